import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import { noSite, type SiteState } from '../../app/siteState';
import { listDps, listGroups, listPackages, listPairs } from '../../core/siteTree/listing';
import { siteKeyOf, SiteNodes, type NodeOf, type PairList, type SiteNode } from '../../core/siteTree/node';
import type { TreeFilter } from '../../core/siteTree/treeFilter';
import type { TallyChange } from '../../core/siteTree/tallyChange';
import type { DpKey } from '../../core/content/nalPath';
import type { FindingsScope } from '../../ports/findings';
import type { Finding } from '../../core/reconcile/finding';
import { scopeOf } from './describeNode';
import type { NodePresenter } from './nodePresenter';
import { nodeTooltip } from './nodeTooltip';

/** Children shown at first, and with each "show more". */
const pageLength = 200;

/** The sidebar's tree: which nodes there are. What they look like is the presenter's. */
export class ContentTree implements TreeDataProvider<SiteNode> {
  private readonly nodesOfSites = new Map<string, SiteNodes>();
  private readonly shownCounts = new Map<string, number>();
  private readonly changed = new EventEmitter<SiteNode[] | undefined>();
  private currentFilter: TreeFilter | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly sites: KnownSites,
    private readonly presenter: NodePresenter,
  ) {}

  get filter(): TreeFilter | undefined {
    return this.currentFilter;
  }

  set filter(filter: TreeFilter | undefined) {
    this.currentFilter = filter;
    this.shownCounts.clear();
    this.refresh();
  }

  /** Shows these nodes, or all of them, anew. */
  refresh(nodes?: readonly SiteNode[]): void {
    if (nodes?.length !== 0) this.changed.fire(nodes && [...nodes]);
  }

  /** Shows a whole site anew. */
  refreshSite(site: KnownSite): void {
    this.refresh([this.nodesOf(site).root]);
  }

  /** Shows anew what a read changed, and the lists that are in another order now. */
  refreshChanged(
    of: KnownSite,
    { site, dps, packages, groups }: TallyChange,
    touched: readonly FindingsScope[],
  ): void {
    const touchedDps = new Set(touched.map(({ dp }) => dp));
    const touchedPackages = new Set(touched.map(({ packageId }) => packageId));
    const reordered = { dps, members: dps, packages, content: packages, groups };
    this.refresh(
      this.nodesOf(of).where(
        (node) =>
          (node.kind === 'site' && site) ||
          (node.kind === 'section' && reordered[node.section].reordered) ||
          (node.kind === 'group' && groups.keys.has(node.groupId)) ||
          (node.kind === 'dp' && (dps.keys.has(node.dp) || touchedDps.has(node.dp))) ||
          (node.kind === 'package' &&
            (packages.keys.has(node.packageId) || touchedPackages.has(node.packageId))),
      ),
    );
  }

  /** Shows anew where a run has come further. */
  refreshWork(of: KnownSite, dps: ReadonlySet<DpKey>, packages: ReadonlySet<string>): void {
    if (dps.size === 0 && packages.size === 0) return;
    this.refresh(
      this.nodesOf(of).where(
        (node) =>
          (node.kind === 'dp' && dps.has(node.dp)) ||
          (node.kind === 'package' && packages.has(node.packageId)) ||
          (node.kind === 'pair' && dps.has(node.dp) && packages.has(node.packageId)),
      ),
    );
  }

  showMore(list: SiteNode): void {
    this.shownCounts.set(list.id, this.shownCount(list) + pageLength);
    this.refresh([list]);
  }

  /** The node of a pair below its DP, of a DP or of a package, with as many siblings shown as that takes. */
  async nodeOf(
    site: KnownSite,
    packageId: string | undefined,
    dp: DpKey | undefined,
  ): Promise<SiteNode | undefined> {
    const node = this.nodesOf(site).revealed(packageId, dp);
    for (let step: SiteNode = node; step.parent !== undefined; step = step.parent) {
      const place = (await this.childrenOf(step.parent)).indexOf(step);
      if (place < 0) return undefined;
      if (place >= this.shownCount(step.parent)) {
        this.shownCounts.set(step.parent.id, Math.ceil((place + 1) / pageLength) * pageLength);
        this.refresh([step.parent]);
      }
    }
    return node;
  }

  getTreeItem(node: SiteNode): TreeItem {
    return this.presenter.item(node);
  }

  async resolveTreeItem(item: TreeItem, node: SiteNode): Promise<TreeItem> {
    const site = this.sites.of(siteKeyOf(node));
    if (site !== undefined) item.tooltip ??= await nodeTooltip(node, site.session);
    return item;
  }

  getParent(node: SiteNode): SiteNode | undefined {
    return node.parent;
  }

  async getChildren(node?: SiteNode): Promise<SiteNode[]> {
    if (node === undefined) return this.shownSites().map((site) => this.nodesOf(site).root);
    const children = await this.childrenOf(node);
    const shown = children.slice(0, this.shownCount(node));
    return shown.length < children.length ? [...shown, this.nodesAt(node).more(node)] : shown;
  }

  /** The view's welcome content stands in for a tree without entries. */
  isEmpty(): boolean {
    return this.shownSites().length === 0;
  }

  /** Sites of the settings are shown while they are not connected too. */
  private shownSites(): readonly KnownSite[] {
    return this.sites.all.filter(
      (site) =>
        (site.isConfigured && this.filter === undefined) ||
        this.sections(site).some((section) => this.listSection(section).length > 0),
    );
  }

  private nodesOf({ key }: KnownSite): SiteNodes {
    const known = this.nodesOfSites.get(key);
    if (known !== undefined) return known;
    const nodes = new SiteNodes(key);
    this.nodesOfSites.set(key, nodes);
    return nodes;
  }

  private nodesAt(node: SiteNode): SiteNodes {
    const site = this.siteAt(node);
    return site === undefined ? new SiteNodes(siteKeyOf(node)) : this.nodesOf(site);
  }

  private siteAt(node: SiteNode): KnownSite | undefined {
    return this.sites.of(siteKeyOf(node));
  }

  private stateAt(node: SiteNode): SiteState {
    return this.siteAt(node)?.session.state ?? noSite;
  }

  private shownCount(list: SiteNode): number {
    return this.shownCounts.get(list.id) ?? pageLength;
  }

  private async childrenOf(node: SiteNode): Promise<readonly SiteNode[]> {
    switch (node.kind) {
      case 'site': {
        const site = this.siteAt(node);
        return site === undefined || site.session.state.index === undefined ? [] : this.sections(site);
      }
      case 'section':
        return this.listSection(node);
      case 'group':
        return [this.nodesAt(node).section(node, 'members'), this.nodesAt(node).section(node, 'content')];
      case 'dp':
      case 'package':
        return this.listPairs(node);
      case 'pair':
      case 'more':
      case 'failed':
        return [];
    }
  }

  private sections(site: KnownSite): readonly NodeOf<'section'>[] {
    const nodes = this.nodesOf(site);
    return (['dps', 'groups', 'packages'] as const).map((name) => nodes.section(nodes.root, name));
  }

  private listSection(section: NodeOf<'section'>): readonly SiteNode[] {
    const { index, summary } = this.stateAt(section);
    const nodes = this.nodesAt(section);
    if (index === undefined) return [];
    const group = section.parent.kind === 'group' ? index.groups.get(section.parent.groupId) : undefined;
    switch (section.section) {
      case 'dps':
      case 'members':
        return listDps(index, summary, this.filter, group?.members).map((dp) => nodes.dp(section, dp));
      case 'groups':
        return listGroups(index, summary, this.filter).map((id) => nodes.group(section, id));
      case 'packages':
      case 'content':
        return listPackages(index, summary, this.filter, group?.packageIds).map((id) =>
          nodes.package(section, id),
        );
    }
  }

  private async listPairs(list: PairList): Promise<readonly SiteNode[]> {
    const site = this.siteAt(list);
    const index = site?.session.state.index;
    if (site === undefined || index === undefined) return [];
    const nodes = this.nodesOf(site);
    const pairs = await site.pairs.of(scopeOf(list));
    if (pairs === undefined) return [nodes.failed(list)];
    const among = [...pairs.values()].filter((pair) => this.isInGroup(list, pair));
    return listPairs(among, list.kind === 'dp' ? 'package' : 'dp', index, this.filter).map((pair) =>
      nodes.pair(list, pair.packageId, pair.dp),
    );
  }

  /** A package listed as a group's content shows the group's members only. */
  private isInGroup(list: PairList, { dp }: Finding): boolean {
    const group = list.parent.parent;
    if (list.kind !== 'package' || group?.kind !== 'group') return true;
    return this.stateAt(list).index?.groups.get(group.groupId)?.members.includes(dp) ?? false;
  }

  dispose(): void {
    this.changed.dispose();
  }
}
