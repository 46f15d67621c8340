import type { Command } from '../command';

/** Gives up reading the site; while it is still being connected to, the connection. */
export const stopReading: Command = ({ session, demo }) =>
  session.state.phase === 'connecting' ? demo.disconnect() : session.stopReading();
