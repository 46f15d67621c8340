import defaults from './defaultRules.json';
import { actingRules } from './actingRules';
import type { DemoDp } from './demoDp';
import type { ProfileId } from './dpProfile';
import type { SiteModel } from './siteModel';

/** One SMS_SCI_SCPropertyList of the status manager. */
export interface DemoRule {
  readonly name: string;
  readonly values: readonly string[];
  readonly siteCode: string;
}

/** What there is to find: kind and certainty as the checker names them; '' for what no rule says. */
export interface RuleTruth {
  readonly rule: string;
  readonly kind: string;
  readonly certainty: 'certain' | 'inferred' | 'notDecidable';
}

export interface DemoRules {
  readonly rules: readonly DemoRule[];
  readonly truth: readonly RuleTruth[];
}

/** A rule, and what is wrong with it. */
export interface ToldRule {
  readonly name: string;
  readonly values: readonly string[];
  readonly truth: readonly Omit<RuleTruth, 'rule'>[];
}

export const component = 'SMS_Distribution_Point_Monitoring';

/** The rules of a site: those that every site has, and what its admins made of the two that act on validation. */
export const planStatusRules = (site: SiteModel): DemoRules => {
  const random = site.random.fork('status filter rules');
  const { acting, missing } = actingRules(random);
  const every = Math.max(0, ...site.dps.filter((dp) => dp.validates && !dp.isCloud).map(daysBetween));
  const kept: readonly ToldRule[] = [
    ...defaultRules(every),
    ...(random.chance(0.4) ? [shortlyKept(random.int(2, 9), every)] : []),
    ...(random.chance(0.4) ? [thrownAway(random.chance(0.4))] : []),
  ];
  const told = random.shuffled([...acting, ...kept]);
  const own = told.map(({ name, values }) => ({ name, values, siteCode: site.siteCode }));
  // Of a child site: what is wrong there is not this site's.
  const childs = thrownAway(false);
  return {
    rules: [...own, { name: childs.name, values: childs.values, siteCode: site.formerSiteCode }],
    truth: [...missing, ...told.flatMap(({ name, truth }) => truth.map((one) => ({ rule: name, ...one })))],
  };
};

/** Days between two validations of the DP, by what its profile says of it. */
const daysBetween = ({ profile }: DemoDp): number => daysOf[profile] ?? 7;

const daysOf: Partial<Record<ProfileId, number>> = {
  daily: 1,
  severalADay: 1,
  purgedStart: 31,
  purgedWhole: 31,
};

const source = 'Module Name=SMS Server';

const defaultRules = (every: number): readonly ToldRule[] => [
  ...defaults.detections.map(([name, from, code]) => ({
    name: String(name),
    values: [
      'Actions=18',
      'Actions Mask=2',
      'Stop Evaluating=0',
      source,
      `Component=${from}`,
      `Code=${code}`,
    ],
    truth: [],
  })),
  ...defaults.stored.map(([name, days, type]) => ({
    name: String(name),
    values: [
      ...['Actions=1', 'Actions Mask=1', 'Stop Evaluating=0', `Days To Keep=${days}`],
      ...(type === null ? [] : [`Message Type=${type}`]),
    ],
    truth: type === null ? retention(Number(days), every) : [],
  })),
];

const retention = (days: number, every: number): ToldRule['truth'] =>
  days < every ? [{ kind: 'shortRetention', certainty: 'inferred' }] : [];

const shortlyKept = (days: number, every: number): ToldRule => ({
  name: 'Keep validation for a while',
  values: [
    'Actions=1',
    'Actions Mask=1',
    'Stop Evaluating=0',
    `Component=${component}`,
    `Days To Keep=${days}`,
  ],
  truth: retention(days, every),
});

const thrownAway = (isLimited: boolean): ToldRule => ({
  name: 'Too many validations',
  values: [
    ...['Actions=0', 'Actions Mask=1', 'Stop Evaluating=1', source, `Component=${component}`, 'Code=2384'],
    ...(isLimited ? ['Something Undocumented=404'] : []),
  ],
  truth: [{ kind: 'discarded', certainty: isLimited ? 'notDecidable' : 'inferred' }],
});
