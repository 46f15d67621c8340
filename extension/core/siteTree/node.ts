import type { DpKey } from '../content/nalPath';
import { pairId } from '../reconcile/pairId';

export type SectionName = 'dps' | 'groups' | 'packages' | 'members' | 'content';

/**
 * A place in the tree. It holds keys only; what it shows is looked up when it is shown. The id is its path, so
 * it stays the same over refreshes, and one DP in two places has two.
 */
export type SiteNode =
  /** The root of one site; `site` is its key in this window. */
  | { readonly kind: 'site'; readonly id: string; readonly parent: undefined; readonly site: string }
  | (Below & { readonly kind: 'section'; readonly section: SectionName })
  | (Below & { readonly kind: 'dp'; readonly dp: DpKey })
  | (Below & { readonly kind: 'group'; readonly groupId: string })
  | (Below & { readonly kind: 'package'; readonly packageId: string })
  | (Below & { readonly kind: 'pair'; readonly packageId: string; readonly dp: DpKey })
  /** Stands for the children that are not shown yet. */
  | (Below & { readonly kind: 'more' })
  /** Stands for children that could not be read. */
  | (Below & { readonly kind: 'failed' });

interface Below {
  readonly id: string;
  readonly parent: SiteNode;
}

export type NodeOf<K extends SiteNode['kind']> = Extract<SiteNode, { kind: K }>;
/** A node whose children are pairs. */
export type PairList = NodeOf<'dp' | 'package'>;

/** Key of the site that a node belongs to. */
export const siteKeyOf = (node: SiteNode): string =>
  node.kind === 'site' ? node.site : siteKeyOf(node.parent);

/** Gives the one object for each place of a site: a tree view tells nodes apart by identity. */
export class SiteNodes {
  readonly root: NodeOf<'site'>;
  private readonly known: Map<string, SiteNode>;

  constructor(site: string) {
    this.root = { kind: 'site', id: site, parent: undefined, site };
    this.known = new Map([[this.root.id, this.root]]);
  }

  section(parent: SiteNode, section: SectionName): NodeOf<'section'> {
    return this.intern({ kind: 'section', id: `${parent.id}/${section}`, parent, section });
  }

  dp(parent: SiteNode, dp: DpKey): NodeOf<'dp'> {
    return this.intern({ kind: 'dp', id: `${parent.id}/${dp}`, parent, dp });
  }

  group(parent: SiteNode, groupId: string): NodeOf<'group'> {
    return this.intern({ kind: 'group', id: `${parent.id}/${groupId}`, parent, groupId });
  }

  package(parent: SiteNode, packageId: string): NodeOf<'package'> {
    return this.intern({ kind: 'package', id: `${parent.id}/${packageId}`, parent, packageId });
  }

  pair(parent: SiteNode, packageId: string, dp: DpKey): NodeOf<'pair'> {
    return this.intern({ kind: 'pair', id: `${parent.id}/${pairId(packageId, dp)}`, parent, packageId, dp });
  }

  more(parent: SiteNode): NodeOf<'more'> {
    return this.intern({ kind: 'more', id: `${parent.id}/more`, parent });
  }

  failed(parent: SiteNode): NodeOf<'failed'> {
    return this.intern({ kind: 'failed', id: `${parent.id}/failed`, parent });
  }

  /** Where the tree shows what it is asked to reveal: a pair below its DP, a DP, or a package. */
  revealed(packageId: string | undefined, dp: DpKey | undefined): SiteNode {
    if (dp === undefined)
      return packageId === undefined
        ? this.root
        : this.package(this.section(this.root, 'packages'), packageId);
    const there = this.dp(this.section(this.root, 'dps'), dp);
    return packageId === undefined ? there : this.pair(there, packageId, dp);
  }

  /** The nodes shown so far that fit. */
  where(fits: (node: SiteNode) => boolean): readonly SiteNode[] {
    return [...this.known.values()].filter(fits);
  }

  private intern<N extends SiteNode>(node: N): N {
    const known = this.known.get(node.id);
    if (known !== undefined) return known as N;
    this.known.set(node.id, node);
    return node;
  }
}
