import type { RowBatch, SiteCatalogue, SqlQuery } from '../../ports/siteDatabase';
import { SiteReadError } from '../../ports/siteReadError';
import { ColumnSpelling } from '../../queries/columnSpelling';
import { RowReader } from '../../queries/rowReader';
import { catalogueQuery, functionsQuery, rightsQuery, Spelt, viewOfFunction } from './catalogueQuery';

export type AskPlain = (query: SqlQuery) => AsyncIterable<RowBatch>;

interface ListedColumn {
  readonly view: string;
  readonly column: string;
  readonly mayRead: boolean;
}

/**
 * What the site has, and what of it the login may read.
 * @param byRole views that cannot be read themselves are read through the site's functions by role
 * @throws SiteReadError
 */
export const readCatalogue = async (ask: AskPlain, byRole: boolean): Promise<SiteCatalogue> => {
  const readable = new Spelt();
  const denied = new Spelt();
  const listed = (await unlessUnknown(columnsOf(ask, rightsQuery))) ?? (await columnsOf(ask, catalogueQuery));
  // A server that denies everything does not tell rights; and if it does, the next query says so.
  const isTold = listed.some(({ mayRead }) => mayRead);
  for (const { view, column, mayRead } of listed) (mayRead || !isTold ? readable : denied).add(view, column);
  const scoped = new Set<string>();
  const functions = byRole ? ((await unlessUnknown(columnsOf(ask, functionsQuery))) ?? []) : [];
  const whole = new Set(readable.all.keys());
  for (const { view: name, column } of functions) {
    const view = viewOfFunction(name);
    if (view === undefined || whole.has(view)) continue;
    scoped.add(view);
    readable.add(view, column);
  }
  return Object.assign(new Map(readable.all), { denied: denied.all, scoped });
};

const columnsOf = async (ask: AskPlain, query: SqlQuery): Promise<readonly ListedColumn[]> => {
  const listed: ListedColumn[] = [];
  for await (const { rows } of ask(query)) {
    const spelling = new ColumnSpelling(rows[0] ?? {});
    for (const row of rows) {
      const reader = new RowReader(query.id, row, spelling);
      const [view, column] = [reader.text('ViewName'), reader.text('ColumnName')];
      listed.push({ view, column, mayRead: reader.flag('MayRead') });
    }
  }
  return listed;
};

/** undefined: the server has no such function or list, as servers that are no SQL Server may not, or fails over it. */
const unlessUnknown = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof SiteReadError && error.kind !== 'cancelled' && error.kind !== 'timeout')
      return undefined;
    throw error;
  }
};
