import type { Command } from '../command';
import { siteOf } from '../connected';

export const disconnect: Command = async (host, args) => {
  const site = siteOf(host, args);
  if (site !== undefined) await host.connections.disconnect(site);
};
