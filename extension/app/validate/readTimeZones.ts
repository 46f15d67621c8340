import type { DistributionPoint } from '../../core/content/distributionPoint';
import type { DpKey } from '../../core/content/nalPath';
import { timeZoneOf } from '../../core/validate/schedule/windowsTimeZone';
import type { TimeZone } from '../../core/validate/schedule/timeZone';
import type { Computers } from '../../ports/siteConnection';

/** DPs asked at a time. */
const atOnce = 4;

const properties = [
  ...['StandardName', 'Bias', 'StandardBias', 'DaylightBias'],
  ...['Daylight', 'Standard'].flatMap((half) =>
    ['Month', 'Day', 'DayOfWeek', 'Hour', 'Minute'].map((part) => `${half}${part}`),
  ),
];

export interface ReadZones {
  readonly zones: ReadonlyMap<DpKey, TimeZone>;
  /** Names of DPs that did not tell, and why. */
  readonly notRead: readonly string[];
}

/** Asks DPs for their time zones (Win32_TimeZone). One that does not answer is told; the others count. */
export const readTimeZones = async (
  { wmi }: Pick<Computers, 'wmi'>,
  dps: readonly DistributionPoint[],
  signal: AbortSignal,
): Promise<ReadZones> => {
  const zones = new Map<DpKey, TimeZone>();
  const notRead: string[] = [];
  const waiting = dps.filter(({ isCloud }) => !isCloud);
  const ask = async (): Promise<void> => {
    for (let dp = waiting.shift(); dp !== undefined; dp = waiting.shift()) {
      signal.throwIfAborted();
      try {
        const target = { computer: dp.serverName, namespace: 'root\\cimv2' };
        const query = { className: 'Win32_TimeZone', properties };
        for await (const [one] of wmi.query(target, query, signal)) {
          const zone = one && timeZoneOf(one);
          if (zone !== undefined) zones.set(dp.key, zone);
        }
        if (!zones.has(dp.key)) notRead.push(`${dp.serverName}: its time zone was not understood.`);
      } catch (error) {
        notRead.push(`${dp.serverName}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  return { zones, notRead };
};
