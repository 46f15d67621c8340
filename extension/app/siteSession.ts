import { noPasses, type RememberedPasses } from '../core/history/rememberedPasses';
import type { FindingMarks } from '../core/reconcile/findingMarks';
import { SiteIndex } from '../core/siteTree/siteIndex';
import type { Findings, FindingsScope } from '../ports/findings';
import type { SiteConnection } from '../ports/siteConnection';
import type { FollowedSite } from './followSite';
import { noSite, type SiteState } from './siteState';
import { watchSite } from './watchSite';

/** A connected site with the store of its findings; `close` ends both. */
export interface OpenSite {
  readonly connection: SiteConnection;
  readonly findings: Findings;
  /** One of them has ended by itself, and answers nothing any more. */
  hasEnded(): boolean;
  close(): Promise<void>;
}

export type StateListener = (state: SiteState, before: SiteState) => void;

/**
 * The one site of a window: connects, reads, follows changes. Its methods do not throw: what went wrong is in
 * the state, beside the older data that stay.
 */
export class SiteSession {
  private current: SiteState = noSite;
  private open: OpenSite | undefined;
  private known: FollowedSite | undefined;
  private start: ((signal: AbortSignal) => Promise<OpenSite>) | undefined;
  private memory: Promise<RememberedPasses> = Promise.resolve(noPasses);
  private reading = new AbortController();
  private endWatch: () => void = () => undefined;
  private readonly listeners = new Set<StateListener>();

  get state(): SiteState {
    return this.current;
  }

  /** What the newest read told: changes are followed from there. */
  get followed(): FollowedSite | undefined {
    return this.known;
  }

  /** undefined while no site is connected. */
  get site(): OpenSite | undefined {
    return this.open;
  }

  onDidChange(listener: StateListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Leaves the site before, connects and reads. */
  async connect(start: (signal: AbortSignal) => Promise<OpenSite>): Promise<void> {
    await this.disconnect();
    this.start = start;
    const { signal } = this.reading;
    this.change({ phase: 'connecting' });
    try {
      const open = await start(signal);
      if (signal.aborted) {
        await open.close();
        return;
      }
      this.open = open;
      this.endWatch = watchSite(open.connection, (scopes) => this.reload(scopes));
      this.change({ phase: 'connected', info: open.connection.info });
    } catch (error) {
      if (!signal.aborted) this.change({ ...noSite, problem: asError(error) });
      return;
    }
    await this.refresh();
  }

  async disconnect(): Promise<void> {
    this.reading.abort();
    this.reading = new AbortController();
    this.endWatch();
    const { open } = this;
    this.open = undefined;
    this.known = undefined;
    this.memory = Promise.resolve(noPasses);
    if (this.current !== noSite) this.change(noSite);
    await open?.close();
  }

  /** Reads the whole site again; a read under way is given up. A site that has ended is connected to again. */
  async refresh(): Promise<void> {
    const { open, start } = this;
    if (open === undefined || start === undefined) return;
    if (open.hasEnded()) return this.connect(start);
    this.reading.abort();
    this.reading = new AbortController();
    const { signal } = this.reading;
    await this.read(signal, [{}], async () => {
      const { refreshSite, readAll, readChanges } = await import('./readSite.js');
      const inventory = await refreshSite(open.connection, signal);
      const index = new SiteIndex(inventory);
      // Older states stay with the DPs and packages that they were read with.
      if (!signal.aborted && this.current.summary === undefined) this.change({ index });
      const { known } = this;
      const passes = await this.memory;
      const read =
        known === undefined
          ? await readAll(open.connection, open.findings, inventory, signal, passes)
          : await readChanges(open.connection, open.findings, inventory, known, [], signal, passes);
      return { read, index };
    });
  }

  /** Gives up the read under way. What is shown stays, and counts as not fresh. */
  stopReading(): void {
    if (!this.current.loading) return;
    this.reading.abort();
    this.reading = new AbortController();
    this.change({
      loading: false,
      touched: [{}],
      problem: new Error('Reading the site was stopped. Refresh to read it again.'),
    });
  }

  /** Passes of earlier reads, for the reads to come: these wait for it. Until the site is left. */
  remember(passes: Promise<RememberedPasses>): void {
    this.memory = passes.catch(() => noPasses);
  }

  /** Has the findings looked at with these marks from now on. */
  async mark(marks: FindingMarks): Promise<void> {
    const { open } = this;
    if (open === undefined) return;
    try {
      const summary = await open.findings.mark(marks, new AbortController().signal);
      const isNewer = (summary?.revision ?? 0) > (this.current.summary?.revision ?? 0);
      if (summary !== undefined && isNewer && open === this.open) this.change({ summary, touched: [{}] });
    } catch (error) {
      if (open === this.open) this.report(error);
    }
  }

  /** Says that something which is shown could not be read. */
  report(error: unknown): void {
    this.change({ problem: asError(error), touched: [] });
  }

  /** Reads scopes again; the rest stays as it is. Waits for a read of the whole site that is under way. */
  private async reload(scopes: readonly FindingsScope[]): Promise<void> {
    await this.settled;
    const { open, known } = this;
    if (open === undefined || known === undefined) return;
    const { signal } = this.reading;
    await this.read(signal, scopes, async () => {
      const { inventory } = known.facts;
      const { readChanges } = await import('./readSite.js');
      const passes = await this.memory;
      return {
        read: await readChanges(open.connection, open.findings, inventory, known, scopes, signal, passes),
      };
    });
  }

  private settled: Promise<unknown> = Promise.resolve();

  private async read(
    signal: AbortSignal,
    touched: readonly FindingsScope[],
    work: () => Promise<{ readonly read: FollowedSite } & Partial<Pick<SiteState, 'index'>>>,
  ): Promise<void> {
    // What a part of the site says does not make up for what was not read elsewhere.
    const isWhole = touched.some(({ dp, packageId }) => dp === undefined && packageId === undefined);
    this.change({ loading: true });
    const running = work();
    this.settled = running.catch(() => undefined);
    try {
      const { read, ...more } = await running;
      const { facts, summary } = read;
      const problem = isWhole ? undefined : this.current.problem;
      if (signal.aborted) return;
      this.known = read;
      this.change({ ...more, facts, summary, touched: read.touched, loading: false, problem });
    } catch (error) {
      if (!signal.aborted) this.change({ loading: false, touched, problem: asError(error) });
    }
  }

  private change(part: Partial<SiteState>): void {
    const before = this.current;
    this.current = { ...before, ...part };
    for (const listener of this.listeners) listener(this.current, before);
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
