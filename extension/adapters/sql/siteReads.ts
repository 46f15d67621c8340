import { setTimeout as sleep } from 'node:timers/promises';
import type {
  RowBatch,
  SiteCatalogue,
  SiteDatabase,
  SqlParameters,
  SqlQuery,
} from '../../ports/siteDatabase';
import { SiteReadError } from '../../ports/siteReadError';
import { checkedParameters, type CheckedParameter } from '../../queries/checkedParameters';
import { RowReader } from '../../queries/rowReader';
import { readCatalogue } from './readCatalogue';
import { scopedQuery } from './scopedQuery';

/** Milliseconds before a query is sent again. */
const waits = [100, 200, 400];

const serverTime: SqlQuery = {
  id: 'serverTime',
  steps: [],
  results: [{ name: 'now', sql: 'SELECT GETUTCDATE() AS Now' }],
  needs: {},
  parameters: {},
};

export type CheckedParameters = ReadonlyMap<string, CheckedParameter>;

/** Sends a query's batch once and streams what comes. @throws SiteReadError */
export type Ask = (
  query: SqlQuery,
  parameters: CheckedParameters,
  signal: AbortSignal,
) => AsyncIterable<RowBatch>;

/** What reads of a SQL Server have in common, whoever carries them there. */
export class SiteReads implements SiteDatabase {
  private known: SiteCatalogue | undefined;

  /**
   * @param mayAskAgain false when the connections were closed
   * @param userSids of an administrative user, whose roles show what the login may not read itself; '' for none
   */
  constructor(
    private readonly ask: Ask,
    private readonly mayAskAgain: () => boolean,
    private readonly userSids = '',
  ) {}

  /** Read once, and again after a query failed: the site may have been updated, or rights been taken away. */
  async catalogue(signal: AbortSignal): Promise<SiteCatalogue> {
    this.known ??= await readCatalogue(
      (query) => this.insist(query, new Map(), signal),
      this.userSids !== '',
    );
    return this.known;
  }

  async *run(query: SqlQuery, parameters: SqlParameters, signal: AbortSignal): AsyncIterable<RowBatch> {
    const checked = checkedParameters(query, parameters);
    const catalogue = await this.check(query, signal);
    const sent = scopedQuery(query, checked, catalogue, this.userSids);
    try {
      yield* this.insist(sent.query, sent.parameters, signal);
    } catch (error) {
      if (error instanceof SiteReadError && (error.kind === 'failed' || error.kind === 'denied'))
        this.known = undefined;
      throw error;
    }
  }

  /** UTC epoch milliseconds by the server's clock. @throws SiteReadError */
  async serverTime(signal: AbortSignal): Promise<number> {
    for await (const { rows } of this.insist(serverTime, new Map(), signal))
      for (const row of rows) return new RowReader(serverTime.id, row).time('Now');
    throw new SiteReadError({ kind: 'failed', query: serverTime.id, cause: 'it gave no row.' });
  }

  /** What the query's views are read from. @throws SiteReadError `missingColumn` */
  private async check(query: SqlQuery, signal: AbortSignal): Promise<SiteCatalogue> {
    const needs = Object.entries(query.needs);
    if (needs.length === 0) return new Map();
    const catalogue = await this.catalogue(signal);
    for (const [view, needed] of needs) {
      const present = catalogue.get(view);
      const columns = needed.filter((column) => present?.has(column) !== true);
      if (columns.length > 0)
        throw new SiteReadError({ kind: 'missingColumn', query: query.id, view, columns });
    }
    return catalogue;
  }

  /** Asks again when that can help, and when nothing was handed out that would come a second time. */
  private async *insist(
    query: SqlQuery,
    parameters: CheckedParameters,
    signal: AbortSignal,
  ): AsyncIterable<RowBatch> {
    for (let attempt = 0; ; attempt++) {
      let handedOut = false;
      try {
        for await (const batch of this.ask(query, parameters, signal)) {
          handedOut = true;
          yield batch;
        }
        return;
      } catch (error) {
        const wait = waits[attempt];
        if (wait === undefined || handedOut || !isPassing(error) || !this.mayAskAgain()) throw error;
        // An abort ends the wait, and the next attempt says so.
        await sleep(wait, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof SiteReadError && (error.kind === 'lost' || error.kind === 'busy');
