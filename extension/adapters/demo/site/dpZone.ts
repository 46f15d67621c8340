import type { TimeZone } from '../../../core/validate/schedule/timeZone';
import type { DemoDp } from './demoDp';

type Rule = TimeZone & { readonly kind: 'rule' };

const atTwo = { hour: 2, minute: 0, weekday: 0 };

const zones: readonly Rule[] = [
  {
    kind: 'rule',
    name: 'W. Europe Standard Time',
    standard: 60,
    daylight: {
      offset: 120,
      begins: { ...atTwo, month: 3, week: 5 },
      ends: { ...atTwo, month: 10, week: 5, hour: 3 },
    },
  },
  {
    kind: 'rule',
    name: 'Eastern Standard Time',
    standard: -300,
    daylight: {
      offset: -240,
      begins: { ...atTwo, month: 3, week: 2 },
      ends: { ...atTwo, month: 11, week: 1 },
    },
  },
  { kind: 'rule', name: 'India Standard Time', standard: 330, daylight: undefined },
];

/** The time zone that a DP's clock follows; most are where the site is. */
export const dpZone = ({ index }: DemoDp): Rule => {
  const [home, ...others] = zones as readonly [Rule, ...Rule[]];
  return (index % 4 === 3 ? others[Math.floor(index / 4) % others.length] : undefined) ?? home;
};
