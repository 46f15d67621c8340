import type { DistributionPoint } from '../../content/distributionPoint';
import type { DpKey } from '../../content/nalPath';
import { isZoneName, zoneOffset, type TimeZone, type ZoneOffset } from '../schedule/timeZone';

/** The time zone of a DP, and who says so; `assumed`: nobody does, and UTC stands for it. */
export interface DpTimeZone {
  readonly name: string;
  readonly source: 'setting' | 'dp' | 'assumed';
  readonly offset: ZoneOffset;
}

const unknown: DpTimeZone = { name: 'UTC', source: 'assumed', offset: () => 0 };

/**
 * Finds a DP's time zone: as the settings say for its server name, as the DP itself told, as the settings say for its
 * site or for all.
 * @param settings IANA names by server name, site code or `*`; names that are no zone's do not count
 */
export const dpTimeZones = (
  settings: Readonly<Record<string, string>>,
  told: ReadonlyMap<DpKey, TimeZone>,
): ((dp: DistributionPoint) => DpTimeZone) => {
  const named = new Map<string, DpTimeZone>();
  for (const [key, name] of Object.entries(settings))
    if (isZoneName(name))
      named.set(key.toLowerCase(), {
        name,
        source: 'setting',
        offset: zoneOffset({ kind: 'named', name }),
      });
  return ({ key, serverName, siteCode }) => {
    const zone = told.get(key);
    return (
      named.get(serverName.toLowerCase()) ??
      (zone && { name: zone.name, source: 'dp', offset: zoneOffset(zone) }) ??
      named.get(siteCode.toLowerCase()) ??
      named.get('*') ??
      unknown
    );
  };
};

/** Settings that name no time zone. */
export const wrongZones = (settings: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(settings).flatMap(([key, name]) =>
    isZoneName(name) ? [] : [`${key}: "${name}" is no time zone, such as Europe/Berlin.`],
  );
