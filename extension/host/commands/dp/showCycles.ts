import { chosenOf } from '../chosen';
import type { Command } from '../command';
import { siteOf } from '../connected';

/** Opens the validation cycles of the site's DPs; of a DP, on that one. */
export const showCycles: Command = (host, args) => {
  const site = siteOf(host, args) ?? host.connections.demo();
  const chosen = args.length === 0 ? undefined : chosenOf(args, host.view);
  const [node] = chosen?.kind === 'nodes' ? chosen.nodes : [];
  const filter = node?.kind === 'dp' ? site.session.state.index?.dpName(node.dp) : undefined;
  host.cycles.show(site, node?.kind === 'section' || node?.kind === 'site' ? '' : filter);
};
