import { lastFinished } from '../site/demoDp';
import type { DemoPackage } from '../site/demoPackage';
import { hour } from '../site/time';
import type { Case, PairCase } from './case';
import { longBefore, untilLastCycle, usual } from './usual';

/** A package whose own state decides for all its pairs. */
export interface SpecialPackage {
  readonly name: string;
  readonly type: number;
  /** How it differs from an ordinary package. */
  readonly differs: (now: number) => Partial<DemoPackage>;
  /** What its pairs show, each on DPs of its own. */
  readonly cases: readonly PairCase[];
}

const nothingToVerify: Case['tell'] = (story, random) => {
  story.arrived(longBefore(story, random)).content = 'absent';
};

const asUsual: Case['tell'] = (story, random) => void usual(story, random);

const special = (
  name: string,
  type: number,
  differs: Partial<DemoPackage>,
  ...cases: PairCase[]
): SpecialPackage => ({ name, type, differs: () => differs, cases });

const withoutContent: readonly SpecialPackage[] = [
  special(
    'Deploy Windows 11 24H2',
    4,
    { contents: [], kilobytes: 0 },
    {
      id: 'taskSequence',
      description: 'a task sequence, which has no content of its own',
      verdict: 'noContent',
      tell: nothingToVerify,
    },
  ),
  special(
    'Run Inventory Script',
    0,
    { sourceFlag: 1, contents: [], kilobytes: 0 },
    {
      id: 'noSourceFiles',
      description: 'a package without source files (PkgSourceFlag 1)',
      verdict: 'noContent',
      tell: nothingToVerify,
    },
  ),
  special(
    'Command Line Tasks',
    0,
    { flags: 0x10000000 },
    {
      id: 'needsNoDp',
      description: 'a package that needs no DP (PkgFlags 0x10000000)',
      verdict: 'noContent',
      tell: nothingToVerify,
    },
  ),
  special(
    'Empty Placeholder',
    0,
    { kilobytes: 0, contents: [0] },
    {
      id: 'emptySource',
      description: 'an empty source folder: size 0, and no validation ever spoke of it',
      verdict: 'noContent',
      tell: nothingToVerify,
    },
  ),
  special(
    'Legacy Migration 2007',
    0,
    { kilobytes: undefined, contents: [undefined] },
    {
      id: 'sizeUnknown',
      description: 'nobody knows its size and no validation ever spoke of it',
      verdict: 'unread',
      tell: nothingToVerify,
    },
  ),
];

const inTheHandsOfTheSite: readonly SpecialPackage[] = [
  special(
    'Software Updates - being rebuilt',
    5,
    { actionInProgress: 1 },
    {
      id: 'actionInProgress',
      description: 'the site itself is updating it (ActionInProgress 1)',
      verdict: 'siteProcessing',
      tell: asUsual,
    },
  ),
  special(
    'Branding - arriving',
    0,
    { sourceVersion: 4, storedVersion: 3 },
    {
      id: 'storedVersionBehind',
      description: 'the stored version is behind the source version',
      verdict: 'siteProcessing',
      tell: (story, random) => {
        story.version -= 1;
        usual(story, random);
      },
    },
  ),
  special(
    'Old Finance Client 3.1',
    0,
    { exists: false },
    {
      id: 'packageDeleted',
      description: 'the package is gone, its target rows are left',
      verdict: 'deleted',
      tell: asUsual,
    },
  ),
  special(
    'Obsolete Toolbar',
    8,
    { actionInProgress: 3 },
    {
      id: 'packageBeingDeleted',
      description: 'the package is being deleted (Action 3)',
      verdict: 'deleted',
      tell: asUsual,
    },
  ),
];

/** How long ago the package of `updatedSinceCycle` was updated, and its new version arrived. */
const updated = 26 * hour;
const arrived = 25 * hour;

const updatedYesterday: SpecialPackage = {
  name: 'Endpoint Agent 6 (new)',
  type: 8,
  differs: (now) => ({ sourceVersion: 6, storedVersion: 6, sourceDate: now - updated }),
  cases: [
    {
      id: 'updatedSinceCycle',
      description: 'updated yesterday; its last pass is of the version before',
      verdict: 'newSinceCycle',
      on: (dp, now) => (lastFinished(dp)?.stop ?? now) < now - updated,
      tell: (story, random) => {
        story.version -= 1;
        untilLastCycle(story, random).verified(story.at(story.cycle));
        story.version += 1;
        story.arrived(story.now - arrived);
      },
    },
    {
      id: 'updatedAndVerified',
      description: 'updated yesterday and verified by a cycle that began since',
      verdict: 'validated',
      on: (dp, now) => (lastFinished(dp)?.start ?? 0) > now - arrived,
      tell: (story) => void story.arrived(story.now - arrived).verifiedInCycles(),
    },
  ],
};

const severalContents = special(
  'Office Add-in Suite [4 parts]',
  8,
  { kilobytes: undefined, contents: [9_000_000, 41_000_000, 1_200_000, 730_000_000] },
  {
    id: 'severalContents',
    description: 'an application with several contents; 2384 speaks of the package as a whole',
    verdict: 'validated',
    tell: asUsual,
  },
);

export const specialPackages: readonly SpecialPackage[] = [
  ...withoutContent,
  ...inTheHandsOfTheSite,
  updatedYesterday,
  severalContents,
];
