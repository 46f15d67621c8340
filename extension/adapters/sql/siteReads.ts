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
import { ColumnSpelling } from '../../queries/columnSpelling';
import { RowReader } from '../../queries/rowReader';
import { Catalogue, catalogueQuery } from './catalogueQuery';

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

  constructor(
    private readonly ask: Ask,
    /** False when the connections were closed. */
    private readonly mayAskAgain: () => boolean,
  ) {}

  async catalogue(signal: AbortSignal): Promise<SiteCatalogue> {
    const catalogue = new Catalogue();
    for await (const { rows } of this.insist(catalogueQuery, new Map(), signal)) {
      const spelling = new ColumnSpelling(rows[0] ?? {});
      for (const row of rows) {
        const reader = new RowReader(catalogueQuery.id, row, spelling);
        catalogue.add(reader.text('ViewName'), reader.text('ColumnName'));
      }
    }
    this.known = catalogue.all;
    return catalogue.all;
  }

  async *run(query: SqlQuery, parameters: SqlParameters, signal: AbortSignal): AsyncIterable<RowBatch> {
    const checked = checkedParameters(query, parameters);
    await this.check(query, signal);
    yield* this.insist(query, checked, signal);
  }

  /** UTC epoch milliseconds by the server's clock. @throws SiteReadError */
  async serverTime(signal: AbortSignal): Promise<number> {
    for await (const { rows } of this.insist(serverTime, new Map(), signal))
      for (const row of rows) return new RowReader(serverTime.id, row).time('Now');
    throw new SiteReadError({ kind: 'failed', query: serverTime.id, cause: 'it gave no row.' });
  }

  private async check(query: SqlQuery, signal: AbortSignal): Promise<void> {
    const needs = Object.entries(query.needs);
    if (needs.length === 0) return;
    const catalogue = this.known ?? (await this.catalogue(signal));
    for (const [view, needed] of needs) {
      const present = catalogue.get(view);
      const columns = needed.filter((column) => present?.has(column) !== true);
      if (columns.length > 0)
        throw new SiteReadError({ kind: 'missingColumn', query: query.id, view, columns });
    }
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
