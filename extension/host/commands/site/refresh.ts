import type { Command } from '../command';

/** Reads the site again; with none connected, connects. */
export const refresh: Command = ({ session, demo }) =>
  session.site === undefined ? demo.connect() : demo.refresh();
