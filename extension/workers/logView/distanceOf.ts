import type { LogFiles } from './logFiles';
import type { Records } from './recordOrder';
import { RowReader } from './rowReader';

/** A log whose first records do not tell is not searched for one that does. */
const lookedAt = 2000;

/** Milliseconds from the clock of a log to UTC, by its first record that tells both. */
export const distanceOf = async (
  records: Records,
  files: LogFiles,
  signal: AbortSignal,
): Promise<number | undefined> => {
  const most = Math.min(lookedAt, records.length);
  for (let record = 0; record < most; record++) {
    if (Number.isNaN(records.at(record)?.utc ?? NaN)) continue;
    const reader = new RowReader([{ name: '', records, distance: 0 }], files);
    const [read] = await reader.read([{ log: 0, record }], signal).catch(() => []);
    const { utc = null, time = null } = read?.record ?? {};
    return utc === null || time === null ? undefined : Date.parse(utc) - Date.parse(`${time}Z`);
  }
  return undefined;
};
