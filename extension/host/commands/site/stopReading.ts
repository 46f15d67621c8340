import type { Command } from '../command';
import { siteOf } from '../connected';

/** Gives up reading the site; while it is still being connected to, the connection. */
export const stopReading: Command = async (host, args) => {
  const site = siteOf(host, args);
  if (site === undefined) return;
  if (site.session.state.phase === 'connecting') await host.connections.disconnect(site);
  else site.session.stopReading();
};
