import { quoteValue } from '../../core/filter/print';
import { pairId } from '../../core/reconcile/pairId';
import type { Finding } from '../../core/reconcile/finding';
import type { FindingsSelection } from '../../core/reconcile/findingRow';
import { siteKeyOf, type SiteNode } from '../../core/siteTree/node';
import { resolveSelection } from '../../app/resolveSelection';
import type { Host } from '../host';
import { scopeOf } from '../views/describeNode';
import type { ConnectedSite } from './connected';
import { pickPair } from './pickPair';

/** What a command was started with: rows of the diff, or nodes of the tree. */
export type Chosen =
  | { readonly kind: 'rows'; readonly selection: FindingsSelection }
  | { readonly kind: 'nodes'; readonly nodes: readonly SiteNode[] };

/**
 * Menus give the node under the pointer and all selected ones, pages a selection, keys and the palette nothing:
 * then the tree's own selection counts.
 */
export const chosenOf = (args: readonly unknown[], view: Host['view']): Chosen => {
  const [first, second] = args as readonly [(SiteNode | FindingsSelection)?, (readonly SiteNode[] | string)?];
  const all = typeof second === 'string' ? undefined : second;
  if (first === undefined) return { kind: 'nodes', nodes: view.selection };
  if (first.kind === 'pairs' || first.kind === 'view' || first.kind === 'region')
    return { kind: 'rows', selection: first };
  return { kind: 'nodes', nodes: all?.includes(first) === true ? all : [first] };
};

/**
 * The pairs that a command is to work on; asks for one when nothing fitting is chosen. Lists stand for those of
 * their pairs that `fits` takes, single pairs for themselves, so that a plan can say why one is refused.
 */
export const chosenPairs = async (
  host: Pick<Host, 'view'>,
  connected: ConnectedSite,
  args: readonly unknown[],
  fits: (finding: Finding) => boolean,
): Promise<readonly Finding[]> => {
  const chosen = chosenOf(args, host.view);
  const { signal } = new AbortController();
  if (chosen.kind === 'rows') return resolveSelection(connected.site.findings, chosen.selection, signal);
  const { key } = connected.known;
  const nodes = chosen.nodes.filter((node) => siteKeyOf(node) === key);
  const found = await Promise.all(nodes.map((node) => pairsOf(node, connected, fits)));
  const known = found.filter((pairs) => pairs !== undefined);
  if (known.length > 0) return known.flat();
  const picked = await pickPair(connected.known);
  return picked === undefined ? [] : [picked];
};

/** undefined: the node stands for no pairs. */
const pairsOf = async (
  node: SiteNode,
  { known: { session, pairs }, site }: ConnectedSite,
  fits: (finding: Finding) => boolean,
): Promise<readonly Finding[] | undefined> => {
  switch (node.kind) {
    case 'pair': {
      const { parent } = node;
      const list =
        parent.kind === 'dp' || parent.kind === 'package' ? await pairs.of(scopeOf(parent)) : undefined;
      const finding = list?.get(pairId(node.packageId, node.dp));
      return finding === undefined ? undefined : [finding];
    }
    case 'dp':
    case 'package': {
      const list = await pairs.of(scopeOf(node));
      return [...(list?.values() ?? [])].filter(fits);
    }
    case 'group': {
      const group = session.state.index?.groups.get(node.groupId);
      if (group === undefined) return undefined;
      const filter = `group=${quoteValue(group.name)} -state:validated`;
      const { signal } = new AbortController();
      const found = await resolveSelection(site.findings, { kind: 'view', filter, except: [] }, signal);
      return found.filter(fits);
    }
    case 'site':
    case 'section':
    case 'more':
    case 'failed':
      return undefined;
  }
};
