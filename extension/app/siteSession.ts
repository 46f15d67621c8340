import { SiteIndex } from '../core/siteTree/siteIndex';
import type { Findings, FindingsScope } from '../ports/findings';
import type { SiteConnection } from '../ports/siteConnection';
import { findMissing, type MissingRead } from './findMissing';
import { refreshSite } from './refreshSite';
import { noSite, type SiteState } from './siteState';
import { watchSite } from './watchSite';

/** A connected site with the store of its findings; `close` ends both. */
export interface OpenSite {
  readonly connection: SiteConnection;
  readonly findings: Findings;
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
  private reading = new AbortController();
  private endWatch: () => void = () => undefined;
  private readonly listeners = new Set<StateListener>();

  get state(): SiteState {
    return this.current;
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
    if (this.current !== noSite) this.change(noSite);
    await open?.close();
  }

  /** Reads the whole site again; a read under way is given up. */
  async refresh(): Promise<void> {
    const { open } = this;
    if (open === undefined) return;
    this.reading.abort();
    this.reading = new AbortController();
    const { signal } = this.reading;
    await this.read(signal, [{}], async () => {
      const inventory = await refreshSite(open.connection, signal);
      if (!signal.aborted) this.change({ index: new SiteIndex(inventory) });
      return findMissing(open.connection, open.findings, inventory, undefined, {}, signal);
    });
  }

  /** Reads scopes again; the rest stays as it is. Waits for a read of the whole site that is under way. */
  private async reload(scopes: readonly FindingsScope[]): Promise<void> {
    await this.settled;
    const { facts } = this.current;
    const { open } = this;
    if (open === undefined || facts === undefined) return;
    const { signal } = this.reading;
    await this.read(signal, scopes, async () => {
      let read: MissingRead | undefined;
      for (const scope of scopes)
        read = await findMissing(
          open.connection,
          open.findings,
          facts.inventory,
          read?.facts ?? facts,
          scope,
          signal,
        );
      return read;
    });
  }

  private settled: Promise<unknown> = Promise.resolve();

  private async read(
    signal: AbortSignal,
    touched: readonly FindingsScope[],
    work: () => Promise<MissingRead | undefined>,
  ): Promise<void> {
    this.change({ loading: true });
    const running = work();
    this.settled = running.catch(() => undefined);
    try {
      const read = await running;
      if (!signal.aborted) this.change({ ...read, touched, loading: false, problem: undefined });
    } catch (error) {
      if (!signal.aborted) this.change({ loading: false, problem: asError(error) });
    }
  }

  private change(part: Partial<SiteState>): void {
    const before = this.current;
    this.current = { ...before, ...part };
    for (const listener of this.listeners) listener(this.current, before);
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
