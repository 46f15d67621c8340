import type { Comparison } from '../core/compare/comparison';
import { comparedPlaces } from '../core/compare/comparedPlaces';
import { comparedTitles, type ComparedTitles } from '../core/compare/comparedTitles';
import {
  countDifferences,
  namedRows,
  viewOf,
  type ComparedView,
  type NamedRow,
} from '../core/compare/comparedView';
import type { Subject } from '../core/compare/subject';
import type { ComparePage, CompareState } from '../protocol/comparePage';
import { compare } from './compare';
import type { KnownSite } from './knownSite';

/** What was last compared. */
interface Compared {
  readonly comparison: Comparison;
  readonly titles: ComparedTitles;
  readonly rows: readonly NamedRow[];
  readonly readAt: number;
  /** Of the site's findings. */
  readonly siteRevision: number;
}

/** One comparison that is looked at: made as soon as the site is read, and again when it is asked for. */
export class OpenComparison {
  private compared: Compared | undefined;
  private revision = 0;
  private problem: string | undefined;
  private reading: AbortController | undefined;
  private view: { readonly of: ComparedView; readonly rows: readonly NamedRow[] } | undefined;
  private readonly unfollow: () => void;

  constructor(
    readonly site: Pick<KnownSite, 'session'>,
    readonly subject: Subject,
    private readonly changed: () => void,
  ) {
    this.unfollow = site.session.onDidChange(() => {
      if (this.compared === undefined && this.problem === undefined) this.begin();
      this.changed();
    });
    this.begin();
  }

  get state(): CompareState {
    const { site, subject, compared, revision, problem } = this;
    const { info, index, loading, summary } = site.session.state;
    return {
      subject,
      titles: compared?.titles ?? (index && comparedTitles(subject, index)),
      site: info && { code: info.siteCode, name: info.siteName },
      revision,
      counts: countDifferences(compared?.rows ?? []),
      notRead: compared?.comparison.notRead ?? [],
      readAt: compared?.readAt,
      now: site.session.site?.connection.clock.now() ?? Date.now(),
      loading: this.reading !== undefined || (compared === undefined && loading),
      outdated: compared !== undefined && summary?.revision !== compared.siteRevision,
      problem: problem ?? (compared === undefined ? site.session.state.problem?.message : undefined),
    };
  }

  /** A window of the rows that a view shows, `limit` at most 500. */
  page(view: ComparedView, offset: number, limit: number): ComparePage {
    const rows = this.rowsOf(view);
    return {
      total: rows.length,
      rows: rows.slice(offset, offset + Math.min(limit, 500)).map((row) => ({
        ...row,
        places: comparedPlaces(row, this.subject),
      })),
    };
  }

  /** The rows that a view shows, in its order. */
  rowsOf(view: ComparedView): readonly NamedRow[] {
    if (this.view?.of !== view && JSON.stringify(this.view?.of) !== JSON.stringify(view))
      this.view = { of: view, rows: viewOf(this.compared?.rows ?? [], view) };
    return this.view?.rows ?? [];
  }

  /** Reads and compares again; what was under way is given up. Does not throw. */
  async refresh(): Promise<void> {
    this.reading?.abort();
    const reading = new AbortController();
    this.reading = reading;
    this.changed();
    const { session } = this.site;
    try {
      const readAt = session.site?.connection.clock.now() ?? Date.now();
      const comparison = await compare(session, this.subject, reading.signal);
      if (reading.signal.aborted) return;
      const { index, summary } = session.state;
      if (index === undefined) throw new Error('The site was left meanwhile. Refresh to connect to it.');
      this.compared = {
        comparison,
        titles: comparedTitles(this.subject, index),
        rows: namedRows(comparison.rows, index),
        readAt,
        siteRevision: summary?.revision ?? 0,
      };
      this.problem = undefined;
      this.view = undefined;
      this.revision++;
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

  /** The first time; a site that is not read yet is waited for. */
  private begin(): void {
    const { facts } = this.site.session.state;
    if (facts !== undefined && this.reading === undefined) void this.refresh();
  }
}
