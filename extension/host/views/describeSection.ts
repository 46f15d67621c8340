import { l10n } from 'vscode';
import type { SiteState } from '../../app/siteState';
import type { FactSource } from '../../core/reconcile/siteFacts';
import type { Tally } from '../../core/reconcile/tally';
import { tallyOf } from '../../core/siteTree/listing';
import type { NodeOf, SectionName } from '../../core/siteTree/node';
import { standingOf } from '../../core/siteTree/standing';
import type { NodeDescription } from './describeNode';

/** A heading says how many entries it has, and how many of them have problems; filters do not change that. */
export const describeSection = (node: NodeOf<'section'>, state: SiteState): NodeDescription => {
  const entries = entriesOf(node, state);
  const inTrouble = entries.filter((tally) => standingOf(tally) === 'problems').length;
  const troubleWords = inTrouble === 0 ? '' : ` · ${l10n.t('{0} with problems', inTrouble)}`;
  return {
    label: sectionLabel(node.section),
    kind: '',
    description: isUnread(node, state)
      ? l10n.t('unknown: not shown by the site')
      : `${entries.length}${isScoped(node, state) ? ` · ${l10n.t('by your roles')}` : ''}${troubleWords}`,
    standing: undefined,
    icon: node.section === 'packages' || node.section === 'content' ? 'archive' : 'server-environment',
    context: `section ${node.section}`,
  };
};

/** A part of the site whose views it does not show is unknown, which is not the same as empty. */
const isUnread = ({ section }: NodeOf<'section'>, { index }: SiteState): boolean => {
  const notRead = index?.inventory.notRead ?? [];
  if (section === 'dps') return index?.dps.size === 0 && notRead.includes('distributionPoints');
  return (section === 'groups' || section === 'packages') && notRead.includes(section);
};

/** More may be there than the roles of the account show. */
const isScoped = ({ section }: NodeOf<'section'>, { index }: SiteState): boolean =>
  (index?.inventory.scoped ?? []).some((source) => sourcesOf[section].includes(source));

const sourcesOf: Readonly<Record<SectionName, readonly FactSource[]>> = {
  dps: ['distributionPoints'],
  groups: ['groups'],
  packages: ['packages'],
  members: ['groups', 'distributionPoints'],
  content: ['groups', 'packages', 'targets'],
};

const sectionLabel = (section: SectionName): string => {
  switch (section) {
    case 'dps':
      return l10n.t('Distribution Points');
    case 'groups':
      return l10n.t('Distribution Point Groups');
    case 'packages':
      return l10n.t('Packages');
    case 'members':
      return l10n.t('Members');
    case 'content':
      return l10n.t('Content');
  }
};

const entriesOf = (
  { section, parent }: NodeOf<'section'>,
  { index, summary }: SiteState,
): readonly (Tally | undefined)[] => {
  const group = parent.kind === 'group' ? index?.groups.get(parent.groupId) : undefined;
  switch (section) {
    case 'dps':
    case 'members':
      return [...(group?.members ?? index?.dps.keys() ?? [])].map((dp) => tallyOf(summary?.byDp, dp));
    case 'groups':
      return [...(index?.groups.keys() ?? [])].map((groupId) => tallyOf(summary?.byGroup, groupId));
    case 'packages':
    case 'content':
      return [...(group?.packageIds ?? index?.packages.keys() ?? [])].map((packageId) =>
        tallyOf(summary?.byPackage, packageId),
      );
  }
};
