import type { Purpose } from '../../../core/impact/siteNeeds';
import { dpProfiles } from './dpProfile';
import type { DemoDp } from './demoDp';
import type { DemoPackage } from './demoPackage';
import type { Random } from './random';
import { day } from './time';

/** A task sequence of the demo site. One that is no package of the site too is known to its own views only. */
export interface DemoSequence {
  readonly packageId: string;
  readonly name: string;
  readonly boot: DemoPackage | undefined;
  readonly content: readonly DemoPackage[];
  /** A task sequence that it runs. */
  readonly runs: DemoSequence | undefined;
}

export interface DemoDeployment {
  /** AdvertisementID. */
  readonly id: string;
  readonly number: number;
  readonly packageId: string;
  readonly software: string;
  readonly collection: string;
  readonly purpose: Exclude<Purpose, 'unknown'>;
  readonly deadline: number | undefined;
  readonly targeted: number;
  readonly expires: number | undefined;
  /** It is new: v_DeploymentSummary does not have it yet. */
  readonly isSummarised: boolean;
}

export interface DemoBoundaryGroup {
  readonly groupId: number;
  readonly name: string;
  readonly boundaries: number;
  readonly dps: readonly DemoDp[];
}

/** Who needs the content of the demo site; holds at the site's time. */
export interface DemoNeeds {
  readonly sequences: readonly DemoSequence[];
  readonly deployments: readonly DemoDeployment[];
  readonly boundaryGroups: readonly DemoBoundaryGroup[];
  /** Numbers of deployments of applications, which no column links to their content. */
  readonly applications: readonly number[];
}

interface Site {
  readonly siteCode: string;
  readonly packages: readonly DemoPackage[];
  readonly dps: readonly DemoDp[];
  readonly now: number;
}

const names = [
  'Install Windows 11 (bare metal)',
  'Windows 11 in-place upgrade',
  'Kiosk [Lobby] "Rev. B"',
  "Refresh - user's own data kept",
  'サーバー展開 2025',
  'CAD workstation',
  'Branch office 100 % offline',
];

const collections = ['All Workstations', 'Pilot_Ring [1]', 'Kiosks', 'Standorte Süd', 'Laptops', 'CAD users'];

const firstNumber = 16_780_000;

/** Draws from a stream of its own, so that whatever else the site holds stays as it is. */
export const planNeeds = (site: Site, random: Random): DemoNeeds => {
  const ordinary = site.packages.filter(({ special }) => special === undefined);
  if (site.dps.length === 0 || ordinary.length === 0)
    return { sequences: [], deployments: [], boundaryGroups: [], applications: [] };
  const sequences = planSequences(site, ordinary, random.fork('sequences'));
  const deployments = planDeployments(site, sequences, ordinary, random.fork('deployments'));
  const applications = ordinary
    .filter(({ type }) => type === 8)
    .slice(0, 40)
    .map((_, at) => firstNumber + 50_000 + at);
  return {
    sequences,
    deployments,
    applications,
    boundaryGroups: planBoundaryGroups(site.dps, random.fork('boundaries')),
  };
};

const planSequences = (
  { siteCode, packages }: Site,
  ordinary: readonly DemoPackage[],
  random: Random,
): readonly DemoSequence[] => {
  const listed = packages.filter(({ type, exists }) => type === 4 && exists);
  const count = Math.min(30, 4 + Math.floor(ordinary.length / 40));
  const ofType = (...types: readonly number[]): readonly DemoPackage[] =>
    ordinary.filter(({ type }) => types.includes(type));
  const some = (from: readonly DemoPackage[], least: number, most: number): readonly DemoPackage[] =>
    random.shuffled(from).slice(0, random.int(least, most));
  const sequences: DemoSequence[] = [];
  for (let at = 0; at < listed.length + count; at++) {
    const known = listed[at];
    const own = at - listed.length;
    const round = Math.floor(own / names.length);
    sequences.push({
      packageId: known?.packageId ?? `${siteCode}F${own.toString(16).toUpperCase().padStart(4, '0')}`,
      name: known?.name ?? `${names[own % names.length] ?? ''}${round === 0 ? '' : ` - ${round + 1}`}`,
      boot: own === 1 ? undefined : some(ofType(258), 1, 1)[0],
      content: [
        ...some(ofType(257, 259), 1, 2),
        ...some(ofType(3), 0, 3),
        ...some(ofType(0, 8), 2, Math.min(20, 2 + Math.floor(ordinary.length / 12))),
      ],
      runs: own === 2 ? sequences[0] : undefined,
    });
  }
  return sequences;
};

const planDeployments = (
  { siteCode, now }: Site,
  sequences: readonly DemoSequence[],
  ordinary: readonly DemoPackage[],
  random: Random,
): readonly DemoDeployment[] => {
  const deployments: DemoDeployment[] = [];
  const deploy = (packageId: string, software: string, differs: Partial<DemoDeployment> = {}): void => {
    const number = deployments.length;
    const required = random.chance(0.5);
    deployments.push({
      id: `${siteCode}2${number.toString(16).toUpperCase().padStart(4, '0')}`,
      number: firstNumber + number,
      packageId,
      software,
      collection: random.pick(collections),
      purpose: required ? 'required' : 'available',
      deadline: required ? now + Math.round(random.between(-40, 60)) * day : undefined,
      targeted: random.int(1, 2500),
      expires: random.chance(0.2) ? now + random.int(2, 90) * day : undefined,
      isSummarised: number % 9 !== 4,
      ...differs,
    });
  };
  // The last one is deployed to nobody; of the one before, all deployments are over.
  for (const [at, { packageId, name }] of sequences.entries()) {
    const left = sequences.length - at;
    const times = left === 1 ? 0 : left === 2 ? 1 : random.int(1, 3);
    const over = left === 2 ? { expires: now - random.int(2, 300) * day } : {};
    for (let time = 0; time < times; time++) deploy(packageId, name, over);
  }
  for (const { packageId, name, type } of ordinary)
    if (type === 0 && random.chance(0.6))
      for (let times = random.int(1, 2); times > 0; times--) deploy(packageId, name);
  return deployments;
};

const planBoundaryGroups = (dps: readonly DemoDp[], random: Random): readonly DemoBoundaryGroup[] => {
  const candidates = dps.filter((dp) => dpProfiles[dp.profile].share === 1);
  const groups = candidates.flatMap((dp): readonly Omit<DemoBoundaryGroup, 'groupId'>[] => {
    if (random.chance(0.25)) return [];
    const others = random.chance(0.5) ? [] : random.shuffled(candidates).slice(0, random.int(1, 2));
    return [
      {
        name: dp.description === '' ? dp.server : dp.description,
        boundaries: random.int(1, 12),
        dps: [...new Set([dp, ...others])],
      },
    ];
  });
  return [...groups, { name: 'Remote & VPN', boundaries: 1, dps: [] }].map((group, at) => ({
    ...group,
    groupId: 16_777_300 + at,
  }));
};
