import type { SqlParameters, SqlQuery } from '../../ports/siteDatabase';
import { checkedParameters } from '../../queries/checkedParameters';
import { timeText } from './timeText';

/** The values to bind, by name: times as the demo database stores them. @throws SiteReadError `parameters` */
export const boundParameters = (
  query: SqlQuery,
  parameters: SqlParameters,
): ReadonlyMap<string, string | number> =>
  new Map(
    Array.from(checkedParameters(query, parameters), ([name, { type, value }]) => [
      name,
      type === 'time' ? timeText(value) : value,
    ]),
  );
