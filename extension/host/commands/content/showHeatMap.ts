import { siteOf } from '../connected';
import type { Command } from '../command';

/** Opens the heat map of all packages on all DPs of a site. */
export const showHeatMap: Command = (host, args) => {
  host.matrices.show(siteOf(host, args) ?? host.connections.demo());
};
