import type { SiteNode } from '../../../core/siteTree/node';
import { chosenOf } from '../chosen';
import type { Command } from '../command';
import { siteOf } from '../connected';

/** Opens what the reads of a site have left: its trend, and what changed between two of them. */
export const showHistory: Command = (host, args) => {
  const site = siteOf(host, args) ?? host.connections.demo();
  const chosen = args.length === 0 ? undefined : chosenOf(args, host.view);
  const [node] = chosen?.kind === 'nodes' ? chosen.nodes : [];
  host.history.show(site, { dp: node && dpOf(node) });
};

const dpOf = (node: SiteNode): Extract<SiteNode, { kind: 'dp' }>['dp'] | undefined =>
  node.kind === 'dp' || node.kind === 'pair' ? node.dp : undefined;
