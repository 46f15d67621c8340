import { quoteValue } from '../../../core/filter/print';
import type { SiteNode } from '../../../core/siteTree/node';
import type { SiteIndex } from '../../../core/siteTree/siteIndex';
import { chosenOf } from '../chosen';
import { siteOf } from '../connected';
import type { Command } from '../command';

/** Opens the missing-content diff, on the part of the site that was chosen. */
export const findMissing: Command = async (host, args) => {
  const site = siteOf(host, args) ?? host.connections.demo();
  const { state } = site.session;
  const chosen = args.length === 0 ? undefined : chosenOf(args, host.view);
  const [node] = chosen?.kind === 'nodes' ? chosen.nodes : [];
  host.missing.show(site, node && state.index && filterOf(node, state.index));
  if (state.problem !== undefined) await host.connections.refresh(site);
};

/** undefined: the node stands for the whole site. */
const filterOf = (node: SiteNode, index: SiteIndex): string | undefined => {
  switch (node.kind) {
    case 'dp':
      return `state:problems dp=${quoteValue(index.dpName(node.dp))}`;
    case 'package':
      return `state:problems package=${quoteValue(node.packageId)}`;
    case 'group':
      return `state:problems group=${quoteValue(index.groups.get(node.groupId)?.name ?? '')}`;
    case 'pair':
      return `package=${quoteValue(node.packageId)} dp=${quoteValue(index.dpName(node.dp))}`;
    case 'site':
    case 'section':
    case 'more':
    case 'failed':
      return undefined;
  }
};
