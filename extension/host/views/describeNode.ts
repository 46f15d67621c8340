import { l10n } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { SiteState } from '../../app/siteState';
import { countedAs, type Tally } from '../../core/reconcile/tally';
import { pairId } from '../../core/reconcile/pairId';
import { packageTypeName } from '../../core/content/packageType';
import { tallyOf } from '../../core/siteTree/listing';
import type { NodeOf, PairList, SiteNode } from '../../core/siteTree/node';
import { standingOf, type Standing } from '../../core/siteTree/standing';
import type { FindingsScope } from '../../ports/findings';
import { tallyWords } from '../words/standingWords';
import { findingWords } from '../words/verdictWords';
import { describeSection } from './describeSection';

/** What is said of a node, before it becomes a tree item. */
export interface NodeDescription {
  readonly label: string;
  /** What it is, for a screen reader. */
  readonly kind: string;
  readonly description: string;
  /** undefined: the node stands for no content. */
  readonly standing: Standing | undefined;
  /** Codicon of its kind; without one the standing's. */
  readonly icon: string | undefined;
  /** Words that `when` clauses of menus look for. */
  readonly context: string;
}

export const describeNode = (node: SiteNode, site: KnownSite): NodeDescription => {
  const { state } = site.session;
  switch (node.kind) {
    case 'site':
      return describeSite(site, state);
    case 'section':
      return describeSection(node, state);
    case 'dp': {
      const dp = state.index?.dps.get(node.dp);
      const traits = [
        dp?.isPullDp === true ? 'pull' : '',
        dp?.isCloud === true ? 'cloud' : '',
        dp?.isSiteServer === true ? 'siteServer' : '',
      ].filter((trait) => trait !== '');
      return {
        ...withTally(tallyOf(state.summary?.byDp, node.dp)),
        label: state.index?.dpName(node.dp) ?? node.dp,
        kind: l10n.t('distribution point'),
        icon: dp?.isCloud === true ? 'cloud' : 'server',
        context: ['dp', ...traits].join(' '),
      };
    }
    case 'group':
      return {
        ...withTally(tallyOf(state.summary?.byGroup, node.groupId)),
        label: state.index?.groups.get(node.groupId)?.name ?? node.groupId,
        kind: l10n.t('distribution point group'),
        icon: 'server-environment',
        context: 'group',
      };
    case 'package': {
      const content = state.index?.packages.get(node.packageId);
      return {
        ...withTally(tallyOf(state.summary?.byPackage, node.packageId)),
        label: content?.name ?? node.packageId,
        kind: content === undefined ? l10n.t('package') : packageTypeName(content.type),
        icon: 'package',
        context: 'package',
      };
    }
    case 'pair':
      return describePair(node, site);
    case 'more':
      return {
        label: l10n.t('Show 200 more…'),
        kind: '',
        description: '',
        standing: undefined,
        icon: 'ellipsis',
        context: 'more',
      };
    case 'failed':
      return {
        label: l10n.t('Could not be read. Select to try again.'),
        kind: '',
        description: '',
        standing: undefined,
        icon: 'warning',
        context: 'failed',
      };
  }
};

/** What to read for the children of a list. */
export const scopeOf = (list: PairList): FindingsScope =>
  list.kind === 'dp' ? { dp: list.dp } : { packageId: list.packageId };

const withTally = (tally: Tally | undefined): Pick<NodeDescription, 'standing' | 'description'> => ({
  standing: standingOf(tally),
  description: tallyWords(tally),
});

const describeSite = (
  { name, isConfigured }: KnownSite,
  { info, summary, phase, problem }: SiteState,
): NodeDescription => ({
  standing: phase === 'connected' ? standingOf(summary?.site) : undefined,
  description:
    phase === 'connected' ? `${name} · ${info?.provider.computer ?? ''}` : phaseWords(phase, problem),
  label: info === undefined ? name : `${info.siteCode} · ${info.siteName}`,
  kind: l10n.t('site'),
  icon: phase === 'none' && problem !== undefined ? 'warning' : 'globe',
  context: [phase === 'none' ? 'site left' : 'site connected', isConfigured ? 'configured' : '']
    .join(' ')
    .trim(),
});

const phaseWords = (phase: SiteState['phase'], problem: Error | undefined): string => {
  if (phase === 'connecting') return l10n.t('connecting…');
  return problem === undefined ? l10n.t('not connected') : l10n.t('not connected: {0}', problem.message);
};

const describePair = (node: NodeOf<'pair'>, { session, pairs }: KnownSite): NodeDescription => {
  const { index } = session.state;
  const list = node.parent;
  const finding =
    list.kind === 'dp' || list.kind === 'package'
      ? pairs.known(scopeOf(list), pairId(node.packageId, node.dp))
      : undefined;
  const standing = finding === undefined ? 'unknown' : countedAs(finding);
  const words = finding === undefined ? l10n.t('not read yet') : findingWords(finding);
  return {
    label: (list.kind === 'package' ? index?.dpName(node.dp) : index?.packageName(node.packageId)) ?? '',
    kind: list.kind === 'package' ? l10n.t('distribution point') : l10n.t('package'),
    description: finding?.suspectCycle === true ? l10n.t('{0} · suspect cycle', words) : words,
    standing,
    icon: undefined,
    context: `pair ${standing}`,
  };
};
