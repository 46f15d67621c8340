import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { KnownSites } from '../../app/knownSites';
import type { SiteState } from '../../app/siteState';
import type { CommandId } from '../commands/commandIds';
import { describeNode, type NodeDescription } from './describeNode';
import type { StandingDecorations } from './standingDecorations';
import type { TreeWork } from './treeWork';
import { siteKeyOf, type SiteNode } from '../../core/siteTree/node';
import { standingLook } from '../words/standingWords';

/** Makes tree items: how a node looks, is read out, and what it answers to. Tooltips come later, on demand. */
export class NodePresenter {
  constructor(
    private readonly sites: KnownSites,
    private readonly decorations: StandingDecorations,
    private readonly work: TreeWork,
  ) {}

  item(node: SiteNode): TreeItem {
    const site = this.sites.of(siteKeyOf(node));
    if (site === undefined) return new TreeItem('');
    const described = withWork(describeNode(node, site), this.work.wordsOf(node));
    const isEmpty = node.kind === 'site' && site.session.state.index === undefined;
    const item = new TreeItem(described.label, isEmpty ? TreeItemCollapsibleState.None : collapsible(node));
    // A site that was read is another item: VS Code would keep it closed, as it was without children.
    item.id = isEmpty ? `${node.id} (unread)` : node.id;
    item.description = described.description;
    item.contextValue = described.context;
    item.iconPath = icon(described);
    item.accessibilityInformation = { label: spoken(described) };
    if (described.standing !== undefined)
      item.resourceUri = this.decorations.mark(node.id, described.standing);
    const command = commandOf(node, site.session.state.phase);
    if (command !== undefined) item.command = { title: '', ...command };
    return item;
  }
}

/** What goes on comes first; a pair that is worked on shows that instead of how it stood. */
const withWork = (described: NodeDescription, words: string | undefined): NodeDescription =>
  words === undefined
    ? described
    : {
        ...described,
        description: [words, described.description].filter((part) => part !== '').join(' · '),
        icon: described.icon ?? 'sync',
      };

const collapsible = (node: SiteNode): TreeItemCollapsibleState => {
  switch (node.kind) {
    case 'site':
      return TreeItemCollapsibleState.Expanded;
    case 'pair':
    case 'more':
    case 'failed':
      return TreeItemCollapsibleState.None;
    case 'section':
    case 'dp':
    case 'group':
    case 'package':
      return TreeItemCollapsibleState.Collapsed;
  }
};

const icon = ({ icon: name, standing }: NodeDescription): ThemeIcon => {
  if (standing === undefined) return new ThemeIcon(name ?? 'blank');
  const look = standingLook(standing);
  return new ThemeIcon(name ?? look.icon, look.color);
};

/** Name, kind, standing, numbers: everything that sight gets from icon, letter and description. */
const spoken = ({ label, kind, standing, description }: NodeDescription): string =>
  [label, kind, standing === undefined ? undefined : standingLook(standing).words, description]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');

const commandOf = (
  node: SiteNode,
  phase: SiteState['phase'],
): { command: CommandId; arguments: unknown[] } | undefined => {
  switch (node.kind) {
    case 'pair':
      return { command: 'configmgrContent.content.showEvidence', arguments: [node] };
    case 'more':
      return { command: 'configmgrContent.tree.showMore', arguments: [node] };
    case 'failed':
      return { command: 'configmgrContent.site.refresh', arguments: [node] };
    case 'site':
      return phase === 'none' ? { command: 'configmgrContent.site.connect', arguments: [node] } : undefined;
    case 'section':
    case 'dp':
    case 'group':
    case 'package':
      return undefined;
  }
};
