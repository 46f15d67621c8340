import { dpProfiles, type ProfileId } from './dpProfile';
import { dpKey } from '../../../core/content/nalPath';
import type { DemoDp } from './demoDp';
import { firstDozen, type DpPlan } from './firstDozen';
import { nalText } from './nalText';
import places from './places.json';
import type { Random } from './random';

/** How often a profile occurs among the DPs of a big site, out of 100. */
const frequency: readonly (readonly [ProfileId, number])[] = [
  ['weekly', 48],
  ['daily', 21],
  ['longerThanADay', 7],
  ['severalADay', 7],
  ['runningNow', 5],
  ['recovered', 3],
  ['suspect', 1],
  ['neverFinished', 2],
  ['listsDisagree', 1],
  ['purgedStart', 1],
  ['purgedWhole', 1],
  ['validationOff', 2],
  ['neverRan', 1],
];

const anyProfile = (random: Random): ProfileId => {
  let rest = random.between(0, 100);
  for (const [profile, weight] of frequency) {
    rest -= weight;
    if (rest < 0) return profile;
  }
  return 'weekly';
};

const further = (index: number, random: Random): DpPlan => {
  const [code = 'DP', name = ''] = places.places[index % places.places.length] ?? [];
  const number = 2 + Math.floor(index / places.places.length);
  const domain = random.chance(0.08) ? 'fabrikam.local' : 'contoso.local';
  const server = `DP${code}${String(number).padStart(2, '0')}.${domain}`;
  const machineName = random.pick([server, server, server.toLowerCase(), server.toUpperCase()]);
  const plan: DpPlan = {
    server,
    description: `${name} ${String(number)}`,
    profile: anyProfile(random),
    display: random.chance(0.9),
    versionsKnown: random.chance(0.4),
    dpString: random.pick(['nalPath', 'nalPath', 'plainNalPath', 'bareName']),
    style: {
      passStrings: random.chance(0.9),
      dpAttribute: random.chance(0.9),
      versionAttribute: random.chance(0.3),
      machineName,
    },
  };
  if (random.chance(0.2)) return { ...plan, is: 'pull' };
  return random.chance(0.05) ? { ...plan, is: 'prestaged' } : plan;
};

export interface Circumstances {
  readonly siteCode: string;
  readonly now: number;
  /** Package messages of all cycles, or only of those that decide. */
  readonly allDetails: boolean;
}

const build = (plan: DpPlan, index: number, where: Circumstances, random: Random): DemoDp => {
  const profile = dpProfiles[plan.profile];
  const isCloud = plan.is === 'cloud';
  const planned = profile.cycles(where.now, random);
  const last = Math.max(
    0,
    planned.findIndex((cycle) => cycle.mark?.id === 2386),
  );
  const detailedUpTo = plan.profile === 'suspect' ? last + 1 : last;
  const resourceType = isCloud ? 'Windows Azure' : 'Windows NT Server';
  const nalPath = nalText(plan.server, where.siteCode, plan.display ?? true);
  const dpStrings = {
    nalPath,
    plainNalPath: nalText(plan.server, where.siteCode, false),
    bareName: plan.server,
  };
  return {
    index,
    key: dpKey(plan.server, resourceType),
    id: 16_777_218 + index,
    server: plan.server,
    description: plan.description,
    siteCode: where.siteCode,
    resourceType,
    nalPath,
    isPullDp: plan.is === 'pull',
    isSiteServer: plan.is === 'siteServer',
    isCloud,
    isPrestaged: plan.is === 'prestaged',
    validates: profile.validates,
    schedule: profile.schedule(random),
    drive: random.pick(['D', 'D', 'E', 'F']),
    profile: plan.profile,
    cycles: planned.map((cycle, at) => ({ ...cycle, detailed: where.allDetails || at <= detailedUpTo })),
    style: {
      dpString: dpStrings[plan.dpString ?? 'nalPath'],
      passStrings: true,
      dpAttribute: true,
      versionAttribute: false,
      machineName: plan.server,
      ...plan.style,
    },
    versionsKnown: plan.versionsKnown ?? false,
  };
};

export const planDps = (count: number, where: Circumstances, random: Random): readonly DemoDp[] =>
  Array.from({ length: count }, (_, index) => {
    const own = random.fork(`dp ${String(index)}`);
    return build(firstDozen[index] ?? further(index - firstDozen.length, own), index, where, own);
  });

/** A server that was a DP once: only target rows still name it. */
export const goneDp = (index: number, where: Circumstances, random: Random): DemoDp =>
  build({ server: 'DPOLD03.contoso.local', description: '', profile: 'neverRan' }, index, where, random);
