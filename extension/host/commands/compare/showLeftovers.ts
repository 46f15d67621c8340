import type { Command } from '../command';
import { connected } from '../connected';
import { comparedNodes } from './comparedNodes';

/** What only v_ContentDistribution knows, of the chosen DP or of the site. */
export const showLeftovers: Command = async (host, args) => {
  const chosen = connected(host, args);
  const [dp] = comparedNodes(host, chosen, args).dps;
  await host.comparisons.show(
    chosen.known,
    dp === undefined ? { kind: 'leftovers' } : { kind: 'leftovers', dp },
  );
};
