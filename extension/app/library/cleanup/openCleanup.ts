import type { DpKey } from '../../../core/content/nalPath';
import {
  cleanupEnd,
  cleanupMode,
  isForeign,
  type CleanupLog,
} from '../../../core/library/cleanup/cleanupLog';
import { cleanupTarget } from '../../../core/library/cleanup/cleanupTarget';
import {
  deleteObstacles,
  receiptOf,
  type DeleteReceipt,
  type ReviewedCleanup,
} from '../../../core/library/cleanup/deleteReceipt';
import type { CleanupPage, CleanupState } from '../../../protocol/cleanupPage';
import type { KnownSite } from '../../knownSite';
import { makeReview, type MadeReview } from './makeReview';
import { readCleanupLog, type CleanupLogFile, type CleanupPlatform } from './readCleanupLog';

/** What a review is of, and what it was told. */
export interface CleanupSubject {
  readonly dp: DpKey;
  /** Path of the log. */
  readonly place: string;
  /** Of ConfigMgr; undefined: not told. */
  readonly release: number | undefined;
}

/** One log that is reviewed: read and held against the site when it is opened, and again when it is asked for. */
export class OpenCleanup {
  private log: CleanupLog | undefined;
  private made: MadeReview | undefined;
  private agreed: ReadonlySet<string> = new Set();
  private linesRead = false;
  private revision = 0;
  private problem: string | undefined;
  private reading: AbortController | undefined;
  private unfollow: () => void = () => undefined;

  constructor(
    readonly site: Pick<KnownSite, 'session' | 'key'>,
    readonly subject: CleanupSubject,
    private readonly open: (signal: AbortSignal) => Promise<CleanupLogFile>,
    private readonly platform: CleanupPlatform,
    private readonly changed: () => void,
  ) {}

  /** Reads, as soon as the site is there. Called once, by who is ready to be told of changes. */
  start(): void {
    this.unfollow = this.site.session.onDidChange(() => this.begin());
    this.begin();
  }

  get state(): CleanupState {
    const { log, made, revision, agreed, linesRead, subject } = this;
    const { info, loading } = this.site.session.state;
    const reviewed = this.reviewed();
    const now = this.now;
    return {
      site: info && { code: info.siteCode, name: info.siteName },
      dp: this.dpName,
      revision,
      log: log && {
        name: log.name,
        place: log.place,
        modified: log.modified,
        mode: cleanupMode(log),
        end: cleanupEnd(log, now),
        isForeign: isForeign(log),
        lines: log.reading.lines,
        troubles: log.reading.troubles.slice(0, shownTroubles),
        moreTroubles: log.reading.moreTroubles + Math.max(0, log.reading.troubles.length - shownTroubles),
        otherPaths: log.reading.otherPaths,
        notRecognised: log.reading.notRecognised.count,
      },
      totals: made?.review.totals,
      preconditions: made?.preconditions ?? [],
      obstacles: reviewed === undefined ? [] : deleteObstacles(reviewed, now),
      mayDelete: reviewed !== undefined && receiptOf(reviewed, now) !== undefined,
      agreed: [...agreed],
      linesRead,
      readAt: made?.readAt,
      now,
      loading: this.reading !== undefined || (made === undefined && loading),
      problem: this.problem ?? (made === undefined ? this.site.session.state.problem?.message : undefined),
      saved: { site: this.site.key, dp: subject.dp, place: subject.place, release: subject.release ?? 0 },
    };
  }

  get dpName(): string {
    const { dp } = this.subject;
    return this.site.session.state.index?.dpName(dp) ?? dp.slice(0, dp.lastIndexOf('|'));
  }

  /** All rows and lines: what the page lists. */
  get page(): CleanupPage {
    return {
      rows: this.made?.review.rows ?? [],
      notRecognised: this.log?.reading.notRecognised.lines ?? [],
    };
  }

  /** What a delete is decided by; undefined: not read yet. */
  reviewed(): ReviewedCleanup | undefined {
    const { log, made, agreed, linesRead } = this;
    if (log === undefined || made === undefined) return undefined;
    return {
      log,
      agreed,
      linesRead,
      target: cleanupTarget(made.dp, made.inventory),
      review: made.review,
      preconditions: made.preconditions,
    };
  }

  /** undefined: something speaks against a delete. */
  receipt(): DeleteReceipt | undefined {
    const reviewed = this.reviewed();
    return reviewed && receiptOf(reviewed, this.now);
  }

  /** Items that are flagged and still asked for, of those. */
  agree(ids: readonly string[], isAgreed: boolean): void {
    const flagged = flaggedOf(this.made);
    const agreed = new Set(this.agreed);
    for (const id of ids)
      if (isAgreed && flagged.has(id)) agreed.add(id);
      else agreed.delete(id);
    this.agreed = agreed;
    this.changed();
  }

  markLinesRead(isRead: boolean): void {
    this.linesRead = isRead;
    this.changed();
  }

  /** Reads the log and the site again; what was agreed to holds for the same log only. Does not throw. */
  async refresh(): Promise<void> {
    this.reading?.abort();
    const reading = new AbortController();
    this.reading = reading;
    this.changed();
    try {
      const file = await this.open(reading.signal);
      const log = await readCleanupLog(file, this.platform, reading.signal);
      const made = await makeReview(this.site.session, this.subject, log, reading.signal);
      if (reading.signal.aborted) return;
      if (this.log?.sha256 !== log.sha256) {
        this.agreed = new Set();
        this.linesRead = false;
      }
      this.log = log;
      this.made = made;
      this.problem = undefined;
      this.revision++;
      this.agreed = new Set([...this.agreed].filter((id) => flaggedOf(made).has(id)));
    } catch (error) {
      if (reading.signal.aborted) return;
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.reading = undefined;
    this.changed();
  }

  close(): void {
    this.unfollow();
    this.reading?.abort();
  }

  private get now(): number {
    return this.site.session.site?.connection.clock.now() ?? Date.now();
  }

  /** The first time; a site that is not read yet is waited for. */
  private begin(): void {
    const { index } = this.site.session.state;
    const isDue = this.made === undefined && this.problem === undefined && this.reading === undefined;
    if (index !== undefined && isDue) void this.refresh();
    else this.changed();
  }
}

const shownTroubles = 20;

const flaggedOf = (made: MadeReview | undefined): ReadonlySet<string> =>
  new Set((made?.review.rows ?? []).flatMap(({ id, standing }) => (standing === 'mistake' ? id : [])));
