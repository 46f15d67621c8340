import type { DpKey } from '../../../core/content/nalPath';
import { siteKeyOf, type SiteNode } from '../../../core/siteTree/node';
import type { Host } from '../../host';
import { chosenOf } from '../chosen';
import type { ConnectedSite } from '../connected';

/** What a command of a comparison was started on, each once, in their order. */
export interface ComparedNodes {
  readonly dps: readonly DpKey[];
  readonly groupIds: readonly string[];
  readonly packageIds: readonly string[];
}

/** The chosen nodes of that site; pairs stand for their package or DP. */
export const comparedNodes = (
  { view }: Pick<Host, 'view'>,
  { known }: ConnectedSite,
  args: readonly unknown[],
): ComparedNodes => {
  const chosen = chosenOf(args, view);
  const nodes: readonly SiteNode[] =
    chosen.kind === 'nodes' ? chosen.nodes.filter((node) => siteKeyOf(node) === known.key) : [];
  const each = <T>(find: (node: SiteNode) => T | undefined): readonly T[] => [
    ...new Set(nodes.map(find).filter((found) => found !== undefined)),
  ];
  return {
    dps: each((node) => (node.kind === 'dp' || node.kind === 'pair' ? node.dp : undefined)),
    groupIds: each((node) => (node.kind === 'group' ? node.groupId : undefined)),
    packageIds: each((node) =>
      node.kind === 'package' || node.kind === 'pair' ? node.packageId : undefined,
    ),
  };
};
