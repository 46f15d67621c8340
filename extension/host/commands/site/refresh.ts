import type { Command } from '../command';
import { siteOf } from '../connected';

/** Reads the site again; while it is not connected, connects to it. */
export const refresh: Command = (host, args) =>
  host.connections.refresh(siteOf(host, args) ?? host.connections.demo());
