import { CimError, type CimProperties, type CimQuery } from '../../../ports/cim';
import type { DemoRule } from '../site/statusRules';

export const propertyListClass = 'SMS_SCI_SCPropertyList';

const names = ['SiteCode', 'FileType', 'ItemType', 'ItemName', 'PropertyListName', 'Values'];
const pageSize = 200;

/** The site control file's lists: status filter rules, and one of another component. */
export function* queryPropertyLists(
  rules: readonly DemoRule[],
  { properties, where = {} }: CimQuery,
): Generator<readonly CimProperties[]> {
  const unknown = [...properties, ...Object.keys(where)].find((name) => !names.includes(name));
  if (unknown !== undefined) throw new CimError('failed', `${propertyListClass} has no property ${unknown}.`);
  const all: readonly CimProperties[] = [
    ...rules.map(({ siteCode, name, values }) => ({
      SiteCode: siteCode,
      FileType: 2,
      ItemType: 'SMS_STATUS_MANAGER',
      ItemName: 'SMS Site Server',
      PropertyListName: `Status Filter Rule: ${name}`,
      Values: values,
    })),
    ...rules.slice(0, 1).map(({ siteCode }) => ({
      SiteCode: siteCode,
      FileType: 2,
      ItemType: 'SMS_STATUS_MANAGER',
      ItemName: 'SMS Site Server',
      PropertyListName: 'Something else',
      Values: ['Code=2384', 'Stop Evaluating=1'],
    })),
  ];
  const found = all.filter((one) => Object.entries(where).every(([name, value]) => isSame(one[name], value)));
  for (let from = 0; from < found.length; from += pageSize)
    yield found
      .slice(from, from + pageSize)
      .map((one) => Object.fromEntries(properties.map((name) => [name, one[name] ?? null])));
}

const isSame = (one: unknown, other: unknown): boolean =>
  String(one).toLowerCase() === String(other).toLowerCase();
