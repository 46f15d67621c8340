import { Acknowledged, type Bears } from '../core/acknowledge/acknowledged';
import { noPasses, type RememberedPasses } from '../core/history/rememberedPasses';
import type { Finding } from '../core/reconcile/finding';
import { unmarked } from '../core/reconcile/findingMarks';
import type { Acknowledgements, AcknowledgementsRead } from '../ports/acknowledgements';
import type { History, Recollection } from '../ports/history';
import type { OpenSite, SiteSession } from './siteSession';
import type { SiteState } from './siteState';

/** Where a site's acknowledgements and its history are kept. */
export interface MarkSources {
  readonly acknowledgements: Acknowledgements;
  readonly history: History;
  /** The site's clock begins anew with each connection (the demo site): what is later is forgotten. */
  readonly startsAnew: boolean;
}

/**
 * Keeps a site's findings marked with what admins said of them and what earlier reads gave, and has each read of
 * the whole site leave a snapshot. What cannot be read or kept is told; the findings themselves stay as they are.
 */
export class SiteMarks {
  private said: AcknowledgementsRead = { kind: 'read', acknowledgements: [] };
  private recollection: Recollection | undefined;
  private recalled: Promise<RememberedPasses> = Promise.resolve(noPasses);
  private isMarked = false;
  private begunWith: OpenSite | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private readonly unfollow: readonly (() => void)[];

  constructor(
    private readonly session: SiteSession,
    private readonly sources: MarkSources,
    private readonly told: (problem: string) => void,
  ) {
    this.unfollow = [
      session.onDidChange((state, before) => this.follow(state, before)),
      sources.acknowledgements.onDidChange(() => void this.inTurn(() => this.readAcknowledgements())),
    ];
    if (session.state.phase === 'connected') this.begin();
  }

  get acknowledgements(): Acknowledgements {
    return this.sources.acknowledgements;
  }

  get history(): History {
    return this.sources.history;
  }

  /** Passes that the site may have forgotten, as of its newest snapshot. */
  get passes(): Promise<RememberedPasses> {
    return this.recalled;
  }

  /** The site's time that "new" is compared with; undefined: nothing is told to be new. */
  get comparedWith(): number | undefined {
    return this.recollection?.comparedWith;
  }

  /** Why nothing counts as acknowledged. */
  get problems(): readonly string[] {
    return this.said.kind === 'broken' ? this.said.problems : [];
  }

  /** What was said of a finding, what counts first. */
  about({ packageId, dp, verdict }: Pick<Finding, 'packageId' | 'dp' | 'verdict'>): readonly Bears[] {
    const { info } = this.session.state;
    if (info === undefined || this.said.kind === 'broken') return [];
    return new Acknowledged(this.said.acknowledgements, info.siteCode, this.now()).about(
      packageId,
      dp,
      verdict,
    );
  }

  /** Resolves when all that was under way has been taken over. */
  settled(): Promise<unknown> {
    return this.last;
  }

  dispose(): void {
    for (const end of this.unfollow) end();
  }

  private follow(state: SiteState, before: SiteState): void {
    if (state.phase === 'connected' && before.phase !== 'connected') this.begin();
    // Only a read of the whole site moves the time of reading.
    const readAt = state.summary?.readAt;
    if (readAt !== undefined && readAt !== before.summary?.readAt)
      void this.inTurn(() => this.remember(readAt));
  }

  private begin(): void {
    if (this.begunWith === this.session.site) return;
    this.begunWith = this.session.site;
    this.isMarked = false;
    this.recollection = undefined;
    void this.inTurn(() => this.readAcknowledgements());
    const readAt = this.session.state.summary?.readAt;
    if (this.sources.startsAnew) void this.inTurn(() => this.history.forgetAfter(readAt ?? this.now()));
    else this.recall(this.inTurn(async () => (await this.history.recall(this.now())).passes));
    if (readAt !== undefined) void this.inTurn(() => this.remember(readAt));
  }

  private async readAcknowledgements(): Promise<void> {
    const before = this.problems.join('\n');
    this.said = await this.acknowledgements.read();
    const now = this.problems.join('\n');
    await this.mark();
    if (now !== '' && now !== before)
      throw new Error(`Nothing counts as acknowledged until the file is mended. ${now}`);
  }

  private async remember(readAt: number): Promise<void> {
    const { site } = this.session;
    if (site === undefined) return;
    const snapshot = await site.findings.snapshot(new AbortController().signal);
    this.recollection = await this.history.keep(snapshot, readAt).catch(async (error: unknown) => {
      this.tell(error);
      return this.history.recall(readAt);
    });
    if (!this.sources.startsAnew) this.recall(Promise.resolve(this.recollection.passes));
    await this.mark();
  }

  private recall(passes: Promise<RememberedPasses | undefined>): void {
    this.recalled = passes.then((known) => known ?? noPasses);
    this.session.remember(this.recalled);
  }

  private async mark(): Promise<void> {
    const acknowledgements = this.said.kind === 'read' ? this.said.acknowledgements : [];
    const { before, flapping } = this.recollection ?? {};
    const hasMarks =
      acknowledgements.length > 0 || before !== undefined || (flapping?.places.length ?? 0) > 0;
    if (!hasMarks && !this.isMarked) return;
    this.isMarked = hasMarks;
    await this.session.mark({ ...unmarked, acknowledgements, now: this.now(), before, flapping });
  }

  private now(): number {
    return this.session.site?.connection.clock.now() ?? 0;
  }

  /** One after the other, so that an older answer never takes the place of a newer one. What fails is told. */
  private inTurn<T>(step: () => Promise<T>): Promise<T | undefined> {
    const done = this.last.then(step).catch((error: unknown) => {
      this.tell(error);
      return undefined;
    });
    this.last = done;
    return done;
  }

  private tell(error: unknown): void {
    // A site that is left takes its questions with it.
    if (this.session.site !== undefined) this.told(error instanceof Error ? error.message : String(error));
  }
}
