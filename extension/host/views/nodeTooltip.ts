import { l10n, MarkdownString } from 'vscode';
import type { SiteSession } from '../../app/siteSession';
import type { SiteState } from '../../app/siteState';
import { formatBytes } from '../../core/filter/bytes';
import type { DistributionPoint } from '../../core/content/distributionPoint';
import type { Tally } from '../../core/reconcile/tally';
import { tallyOf } from '../../core/siteTree/listing';
import type { NodeOf, SiteNode } from '../../core/siteTree/node';
import { packageNote } from '../../core/content/packageNote';
import { packageTypeName } from '../../core/content/packageType';
import { scopeWords, sourceWords } from '../../core/reconcile/sourceWords';
import { cycleReport } from '../../core/validate/cycleReport';
import { explainedLines } from '../words/evidenceWords';
import { momentWords } from '../words/timeWords';

/** One line of a tooltip: what, and what of it. */
type Line = readonly [label: string, value: string];

/** The numbers behind a node with their source and age; for a pair, the evidence. Names never become Markdown. */
export const nodeTooltip = async (
  node: SiteNode,
  session: SiteSession,
): Promise<MarkdownString | undefined> => {
  switch (node.kind) {
    case 'site':
      return tooltip([
        ...problemLines(session.state),
        ...siteLines(session.state),
        ...tallyLines(session.state.summary?.site),
        ...ageLines(session),
      ]);
    case 'dp':
      return tooltip([
        ...dpLines(node, session.state, session.site?.connection.clock.now() ?? Date.now()),
        ...tallyLines(tallyOf(session.state.summary?.byDp, node.dp)),
        ...ageLines(session),
      ]);
    case 'group':
      return tooltip([
        ...tallyLines(tallyOf(session.state.summary?.byGroup, node.groupId)),
        ...ageLines(session),
      ]);
    case 'package':
      return tooltip([
        ...packageLines(node, session.state),
        ...tallyLines(tallyOf(session.state.summary?.byPackage, node.packageId)),
        ...ageLines(session),
      ]);
    case 'pair':
      return tooltip([...(await pairLines(node, session)), ...ageLines(session)]);
    case 'section':
    case 'more':
    case 'failed':
      return undefined;
  }
};

const tooltip = (lines: readonly Line[]): MarkdownString => {
  const text = new MarkdownString();
  for (const [label, value] of lines) {
    text.appendText(label === '' ? value : `${label}: ${value}`);
    text.appendMarkdown('\n\n');
  }
  return text;
};

const problemLines = ({ phase, problem }: SiteState): readonly Line[] =>
  phase === 'none' && problem !== undefined ? [['', problem.message]] : [];

const siteLines = ({ info, facts, index }: SiteState): readonly Line[] => [
  ...(info === undefined ? [] : ([[l10n.t('SMS Provider'), info.provider.computer]] as const)),
  ...(info?.version === undefined || info.version === ''
    ? []
    : ([[l10n.t('Version'), info.version]] as const)),
  ...Array.from(facts?.notRead ?? [], (source): Line => [
    '',
    l10n.t('Unknown, because the site does not show it: {0}', sourceWords(source)),
  ]),
  ...[scopeWords(index?.inventory.scoped)].flatMap((words): readonly Line[] =>
    words === undefined ? [] : [['', words]],
  ),
];

const dpLines = ({ dp }: NodeOf<'dp'>, state: SiteState, now: number): readonly Line[] => {
  const known = state.index?.dps.get(dp);
  if (known === undefined) return [];
  const lines: Line[] = [[l10n.t('Site'), known.siteCode]];
  if (known.description !== '') lines.push([l10n.t('Description'), known.description]);
  if (known.isPullDp === true) lines.push(['', l10n.t('Pull distribution point')]);
  if (known.isCloud) lines.push(['', l10n.t('Cloud distribution point')]);
  if (known.isSiteServer === true) lines.push(['', l10n.t('On the site server')]);
  return [...lines, ...cycleLines(known, state, now)];
};

/** What the page of validation cycles says of it. */
const cycleLines = (dp: DistributionPoint, { facts, summary }: SiteState, now: number): readonly Line[] => {
  if (facts === undefined || summary === undefined) return [];
  const { byDp, suspectDps } = summary;
  const { words, schedule, notes } = cycleReport(dp, { facts, byDp, suspects: new Set(suspectDps) }, now);
  return [
    [l10n.t('Content validation'), words],
    ...(schedule === '' ? [] : ([[l10n.t('Schedule'), schedule]] as const)),
    ...notes.map((note): Line => ['', note]),
  ];
};

const packageLines = ({ packageId }: NodeOf<'package'>, { index }: SiteState): readonly Line[] => {
  const content = index?.packages.get(packageId);
  if (content === undefined) return [];
  const note = packageNote(content);
  return [
    [l10n.t('Package ID'), packageId],
    ...(note === undefined ? [] : ([['', note]] as const)),
    [l10n.t('Type'), packageTypeName(content.type)],
    [l10n.t('Source version'), content.sourceVersion?.toString() ?? l10n.t('not read')],
    [l10n.t('Size'), content.bytes === undefined ? l10n.t('not read') : formatBytes(content.bytes)],
  ];
};

const tallyLines = (tally: Tally | undefined): readonly Line[] =>
  tally === undefined
    ? [['', l10n.t('Not read yet')]]
    : [
        [l10n.t('Expected'), tally.expected.toString()],
        [l10n.t('Validated'), tally.validated.toString()],
        [l10n.t('Problems'), tally.problems.toString()],
        [l10n.t('Acknowledged'), tally.acknowledged.toString()],
        [l10n.t('Running'), tally.running.toString()],
        [l10n.t('Stale'), tally.stale.toString()],
        [l10n.t('Unknown'), tally.unknown.toString()],
        [l10n.t('Nothing to validate'), tally.nothing.toString()],
      ];

const pairLines = async (
  { packageId, dp }: NodeOf<'pair'>,
  { site, state }: SiteSession,
): Promise<readonly Line[]> =>
  site === undefined
    ? []
    : [
        [l10n.t('Package'), `${state.index?.packageName(packageId) ?? ''} (${packageId})`],
        [l10n.t('Distribution point'), state.index?.dpName(dp) ?? dp],
        ...(await explainedLines(site, packageId, dp)).map((line): Line => ['', line]),
      ];

/** Where the numbers come from, and how old they are. */
const ageLines = ({ state, site }: SiteSession): readonly Line[] => {
  if (state.summary === undefined || site === undefined) return [];
  const source = l10n.t('Targets, content states and status messages of the site database');
  const read = momentWords(state.summary.readAt, site.connection.clock.now());
  return [
    [l10n.t('Source'), source],
    [l10n.t('Read'), read],
    ...(state.problem === undefined ? [] : ([['', l10n.t('The last read failed: this is older.')]] as const)),
  ];
};
