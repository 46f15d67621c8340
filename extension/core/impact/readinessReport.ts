import { markdownText } from '../connection/markdownText';
import type { SiteIndex } from '../siteTree/siteIndex';
import type { Goal } from './goal';
import { deploymentWords } from './impactWords';
import { markdownTable } from './markdownTable';
import type { ContentOnDp, Readiness, ReadyState } from './readiness';
import type { Deployment, SiteNeeds } from './siteNeeds';
import { needSourceWords } from './needSource';

/** What the report is made of. */
export interface CheckedGoal {
  readonly goal: Goal;
  readonly readiness: Readiness;
  /** Packages that it needs. */
  readonly content: readonly string[];
  readonly deployments: readonly Deployment[];
  readonly needs: SiteNeeds;
  /** The site's time of the read that it rests on, UTC epoch milliseconds. */
  readonly readAt: number;
}

export const readyWords: Readonly<Record<ReadyState, string>> = {
  ready: 'Ready',
  notReady: 'Not ready',
  unknown: 'Not known',
};

/** More than this nobody reads in a ticket; the page of missing content shows all. */
const mostPairs = 200;

/** Whether a goal's content is proved where its clients take it from, as Markdown for a ticket. */
export const readinessReport = (checked: CheckedGoal, index: SiteIndex): string => {
  const { goal, readiness, content, deployments, readAt } = checked;
  const { siteCode } = index.inventory;
  const blocks = [
    `# Readiness of ${markdownText(goal.words)}`,
    `**${readyWords[readiness.state]}.** ${verdictLine(checked)}`,
    `Site ${markdownText(siteCode)}, as of ${new Date(readAt).toISOString()}. ${counted(content.length, 'package')} needed.`,
    ...(deployments.length === 0 ? [] : ['## Deployments', list(deployments.map(deploymentWords))]),
    `## ${usesGroups(checked) ? 'Boundary groups' : 'Distribution points'}`,
    placeTable(checked, index),
    '## What blocks',
    blockingTable(readiness.blocking, index),
    '## Packages needed',
    packageTable(checked, index),
    '## What is not known',
    list(unknowns(checked)),
  ];
  return `${blocks.join('\n\n')}\n`;
};

const usesGroups = ({ needs }: CheckedGoal): boolean =>
  needs.boundaryGroups.some(({ dps }) => dps.length > 0);

/** `3 of 12 boundary groups have no DP with everything proved.` */
export const verdictLine = (checked: CheckedGoal): string => {
  const { readiness, content } = checked;
  const { places } = readiness;
  if (content.length === 0) return 'No package is known that it needs.';
  if (places.length === 0) return 'The site has no distribution points.';
  const late = places.filter(({ state }) => state !== 'ready').length;
  const what = usesGroups(checked) ? 'boundary group' : 'distribution point';
  if (late === 0 && readiness.state === 'ready')
    return usesGroups(checked)
      ? 'Every boundary group has a DP with everything proved.'
      : 'Everything is proved on every distribution point.';
  if (late === 0) return 'What is known to be needed is proved, but not all that is needed was read.';
  return `${late} of ${counted(places.length, what)} ${late === 1 ? 'has' : 'have'} ${
    usesGroups(checked) ? 'no DP with everything proved' : 'not everything proved'
  }.`;
};

const placeTable = (checked: CheckedGoal, index: SiteIndex): string =>
  markdownTable(
    usesGroups(checked)
      ? ['Boundary group', 'Boundaries', 'DPs', 'DPs with everything proved', 'State']
      : ['Distribution point', 'State'],
    checked.readiness.places.map(({ name, boundaries, dps, readyDps, state }) =>
      usesGroups(checked)
        ? [
            name,
            boundaries === undefined ? 'not known' : String(boundaries),
            dps.map((dp) => index.dpName(dp)).join(', '),
            readyDps.length === 0 ? 'none' : readyDps.map((dp) => index.dpName(dp)).join(', '),
            readyWords[state],
          ]
        : [name, readyWords[state]],
    ),
  );

const blockingTable = (blocking: readonly ContentOnDp[], index: SiteIndex): string => {
  if (blocking.length === 0) return 'Nothing.';
  const rows = blocking
    .slice(0, mostPairs)
    .map(({ packageId, dp, proof, verdict, reason }) => [
      index.packageName(packageId),
      packageId,
      index.dpName(dp),
      verdict ?? (proof === 'lacking' ? 'not there' : 'not read'),
      reason,
    ]);
  const more = blocking.length - rows.length;
  const table = markdownTable(['Package', 'ID', 'Distribution point', 'Verdict', 'Why'], rows);
  return more === 0 ? table : `${table}\n\n${more} more, which the page of missing content lists.`;
};

const packageTable = ({ content, readiness }: CheckedGoal, index: SiteIndex): string => {
  const open = new Map<string, number>();
  for (const { packageId } of readiness.blocking) open.set(packageId, (open.get(packageId) ?? 0) + 1);
  return markdownTable(
    ['Package', 'ID', 'Blocks on'],
    content.map((packageId) => [
      index.packageName(packageId),
      packageId,
      open.has(packageId) ? counted(open.get(packageId) ?? 0, 'DP') : 'none',
    ]),
  );
};

const unknowns = (checked: CheckedGoal): readonly string[] => [
  usesGroups(checked)
    ? 'Which clients are in which boundary group, the site database does not tell: a group counts as ready when one of its DPs has everything proved. Groups without a DP, and fallback to other groups, are left out.'
    : 'No boundary group with a DP was read: every distribution point is looked at.',
  ...checked.needs.notRead.map((source) => `Not read: ${needSourceWords[source]}.`),
];

const list = (items: readonly string[]): string => items.map((item) => `- ${markdownText(item)}`).join('\n');

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
