import type { DpKey } from '../../core/content/nalPath';
import type { LibraryReport } from '../../core/library/libraryReport';
import { mismatchRows, type MismatchRow } from '../../core/library/mismatchRows';
import type { KnownSite } from '../knownSite';
import { findMismatches, type FindOptions, type FindProgress } from './findMismatches';
import { messageOf } from './openPkgLib';

/** The search for mismatches of one site: what was found, and how far it is. */
export class MismatchSearch {
  private readonly found = new Map<DpKey, LibraryReport>();
  private running: AbortController | undefined;
  private shownRows: readonly MismatchRow[] | undefined;
  private chosen: readonly DpKey[] = [];
  /** Grows with each change of what was found. */
  revision = 0;
  /** undefined: it does not run. */
  progress: FindProgress | undefined;
  /** Why it ended early. */
  problem: string | undefined;

  constructor(
    private readonly site: KnownSite,
    private readonly changed: () => void,
  ) {}

  /** The DPs that were asked for last. */
  get dps(): readonly DpKey[] {
    return this.chosen;
  }

  get reports(): readonly LibraryReport[] {
    return [...this.found.values()];
  }

  /** Every mismatch that was found. */
  get rows(): readonly MismatchRow[] {
    this.shownRows ??= mismatchRows(this.found.values(), this.site.session.state.info?.version);
    return this.shownRows;
  }

  /** Looks at these DPs, in place of what was found before. A search that runs is given up. */
  async start(dps: readonly DpKey[], options: FindOptions): Promise<void> {
    this.running?.abort();
    const running = (this.running = new AbortController());
    this.chosen = dps;
    this.found.clear();
    this.problem = undefined;
    this.progress = undefined;
    this.tellFound();
    const { site, state } = this.site.session;
    try {
      if (site === undefined || state.index === undefined)
        throw new Error('The site has not been read yet. Wait for it, or refresh.');
      await findMismatches(
        site.connection,
        state.index.inventory,
        dps,
        options,
        {
          found: (report) => {
            if (this.running !== running) return;
            this.found.set(report.dp, report);
            this.tellFound();
          },
          progress: (progress) => {
            if (this.running !== running) return;
            this.progress = progress;
            this.changed();
          },
        },
        running.signal,
      );
    } catch (error) {
      if (this.running !== running) return;
      this.problem = running.signal.aborted ? cancelled : messageOf(error);
    }
    if (this.running !== running) return;
    this.running = undefined;
    this.progress = undefined;
    this.tellFound();
  }

  /** Ends the search; what was found stays, seen once where it was not seen again. */
  cancel(): void {
    this.running?.abort();
  }

  private tellFound(): void {
    this.shownRows = undefined;
    this.revision += 1;
    this.changed();
  }
}

const cancelled = 'The search was stopped. What is listed was seen once only, where it was not seen again.';
