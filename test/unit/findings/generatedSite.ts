import { dpKey, type DpKey } from '../../../extension/core/content/nalPath';
import type { DistributionPoint } from '../../../extension/core/content/distributionPoint';
import type { DpGroup } from '../../../extension/core/content/dpGroup';
import type { Package } from '../../../extension/core/content/package';
import type { DpCycles } from '../../../extension/core/reconcile/cycle';
import type { PairFacts, PairMessage } from '../../../extension/core/reconcile/pairFacts';
import { defaultSettings } from '../../../extension/core/reconcile/settings';
import type { SiteFacts } from '../../../extension/core/reconcile/siteFacts';
import { needsOf } from './generatedNeeds';

/** The time of the read, and of everything that is said to be so many hours ago. */
export const now = Date.UTC(2026, 10, 21, 12);
const hour = 3_600_000;
export const hoursAgo = (hours: number): number => now - Math.round(hours * hour);

export interface GeneratedSite {
  readonly site: SiteFacts;
  /** Every pair, in batches of a thousand, the same each time. */
  readonly pairs: () => AsyncIterable<readonly PairFacts[]>;
}

/** A site of plain facts, sized and mixed as asked, for what has to be large or varied rather than true to life. */
export const generateSite = (packages: number, dps: number, seed = 1): GeneratedSite => {
  const random = randomOf(seed);
  const points = Array.from({ length: dps }, (_, index) => point(index));
  const contents = Array.from({ length: packages }, (_, index) => content(index, random));
  const site: SiteFacts = {
    inventory: {
      siteCode: 'P01',
      siteName: 'Primary site Zürich',
      siteServer: 'CM01.corp.example',
      distributionPoints: points,
      groups: groupsOf(points, contents),
      packages: contents,
      readAt: now,
      needs: needsOf(points, contents, now),
    },
    readAt: now,
    settings: defaultSettings,
    notRead: new Set(),
    cycles: new Map(points.map(({ key }, index) => [key, cyclesOf(index)])),
    oldestPass: hoursAgo(29 * 24),
    discarded: { byDp: new Map(), byPackage: new Map() },
  };
  return { site, pairs: () => batches(site, points, contents, seed) };
};

async function* batches(
  site: SiteFacts,
  points: readonly DistributionPoint[],
  contents: readonly Package[],
  seed: number,
): AsyncGenerator<readonly PairFacts[]> {
  const random = randomOf(seed + 1);
  let batch: PairFacts[] = [];
  for (const content of contents)
    for (const point of points) {
      batch.push(pairFacts(point, content, random));
      if (batch.length === 1000) {
        yield batch;
        batch = [];
      }
    }
  await Promise.resolve(site);
  yield batch;
}

/** mulberry32: the same numbers for the same seed, everywhere. */
const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const cities = ['ZRH', 'BER', 'LON', 'NYC', 'SIN', 'SYD', 'SAO', 'TYO'];
const serverType = 'Windows NT Server';

const point = (index: number): DistributionPoint => {
  const serverName = `${cities[index % cities.length] ?? ''}-DP${1 + Math.floor(index / cities.length)}.corp.example`;
  return {
    key: dpKey(serverName, serverType),
    id: index + 1,
    nalPath: `["Display=\\\\${serverName}\\"]MSWNET:["SMS_SITE=P01"]\\\\${serverName}\\`,
    serverName,
    siteCode: 'P01',
    resourceType: serverType,
    description: '',
    isPullDp: index % 5 === 4,
    isCloud: false,
    isSiteServer: false,
    validates: true,
    validationSchedule: undefined,
  };
};

const products = [
  'Microsoft 365 Apps for enterprise',
  'Google Chrome',
  '7-Zip',
  'Adobe Acrobat Reader - Deutsch',
  'Visual Studio Code',
  'Windows 11 23H2',
  'HP ProBook 450 "G9" drivers',
  'Cumulative updates',
  'Boot image (x64)',
  'SAP GUI [de_CH]',
  'Notepad++',
  'Ζώνη ασφαλείας',
];
const types = [8, 8, 0, 8, 8, 257, 3, 5, 258, 0, 8, 8];

const content = (index: number, random: () => number): Package => ({
  packageId: `P01${(index + 16).toString(16).toUpperCase().padStart(5, '0')}`,
  name: `${products[index % products.length] ?? ''} ${1 + Math.floor(index / products.length)}.${Math.floor(random() * 9)}`,
  version: '1',
  manufacturer: '',
  type: types[index % types.length] ?? 0,
  sourceFlag: 2,
  flags: 0,
  sourceVersion: 5,
  storedVersion: 5,
  bytes: index % 41 === 40 ? undefined : Math.round(2 ** (16 + random() * 17)),
  actionInProgress: 0,
  action: 0,
});

const groupsOf = (points: readonly DistributionPoint[], contents: readonly Package[]): readonly DpGroup[] =>
  ['Europe', 'Americas', 'Asia Pacific', 'Labs & kiosks'].map((name, index) => ({
    groupId: `{0000000${index}-0000-0000-0000-000000000000}`,
    name,
    description: '',
    members: points
      .filter((_, place) => place % 4 === index || (index === 3 && place % 9 === 0))
      .map(({ key }) => key),
    packageIds: contents.filter((_, place) => place % 3 !== 0).map(({ packageId }) => packageId),
  }));

/** Each DP finished a cycle last night; every tenth never has. */
const cyclesOf = (index: number): DpCycles =>
  index % 10 === 9
    ? {
        lastEnd: undefined,
        previousEnd: undefined,
        startMark: undefined,
        newestStart: undefined,
        newestBroken: undefined,
        firstSeen: undefined,
        results: undefined,
        previousResults: undefined,
      }
    : {
        lastEnd: hoursAgo(8),
        previousEnd: hoursAgo(32),
        startMark: hoursAgo(12),
        newestStart: hoursAgo(12),
        newestBroken: undefined,
        firstSeen: hoursAgo(11.9),
        results: 1000,
        previousResults: 1000,
      };

type Story =
  | 'validated'
  | 'missing'
  | 'hashFailed'
  | 'filesMissing'
  | 'distributionFailed'
  | 'inFlight'
  | 'cancelled'
  | 'notTargeted'
  | 'placedToday'
  | 'removing';

/** Shares in percent. */
const stories: readonly (readonly [Story, number])[] = [
  ['validated', 55],
  ['missing', 9],
  ['hashFailed', 7],
  ['filesMissing', 5],
  ['distributionFailed', 8],
  ['inFlight', 5],
  ['cancelled', 2],
  ['notTargeted', 3],
  ['placedToday', 4],
  ['removing', 2],
];

const storyOf = (chance: number): Story => {
  let share = chance * 100;
  for (const [story, percent] of stories) if ((share -= percent) < 0) return story;
  return 'validated';
};

const resultIds: Readonly<Partial<Record<Story, number>>> = {
  validated: 2384,
  hashFailed: 2382,
  filesMissing: 2385,
};

const pairFacts = (dp: DistributionPoint, { packageId }: Package, random: () => number): PairFacts => {
  const story = storyOf(random());
  const placed = story === 'placedToday' ? hoursAgo(3 + random()) : hoursAgo(200 + random() * 900);
  const message = (messageId: number, time: number): PairMessage => ({
    messageId,
    time,
    recordId: String(72_057_594_037_900_000n + BigInt(Math.floor(random() * 1e9))),
    version: 5,
  });
  const result = resultIds[story];
  const messages = [
    message(2330, placed),
    ...(result === undefined ? [] : [message(result, hoursAgo(8.5 + random() * 3))]),
    ...(story === 'cancelled' ? [message(9506, hoursAgo(1 + random()))] : []),
    ...(story === 'distributionFailed' ? [message(2302, hoursAgo(5 + random()))] : []),
  ];
  const target = {
    nalPath: dp.nalPath,
    siteCode: 'P01',
    status: story === 'removing' ? 3 : 2,
    lastRefresh: placed,
  };
  return {
    packageId,
    dp: dp.key,
    nalPath: dp.nalPath,
    siteCode: 'P01',
    inGroup: story === 'notTargeted',
    target: story === 'notTargeted' ? undefined : target,
    surplusTargets: [],
    summary: {
      siteCode: 'P01',
      state: story === 'distributionFailed' ? 3 : story === 'removing' ? 4 : 0,
      sourceVersion: 5,
      lastCopied: placed,
      summaryDate: hoursAgo(1),
    },
    status: undefined,
    stateGroup: story === 'filesMissing' ? 1 : undefined,
    validated: undefined,
    jobs: story === 'inFlight' ? [{ jobId: '42', state: 2, changed: hoursAgo(random() * 40) }] : [],
    messages: story === 'notTargeted' ? [] : messages,
    hasContent: undefined,
  };
};

/** A DP of a generated site by its place. */
export const dpAt = ({ site }: GeneratedSite, index: number): DpKey => {
  const found = site.inventory.distributionPoints[index];
  if (found === undefined) throw new RangeError(`There is no DP ${index}.`);
  return found.key;
};
