import type { Command } from '../command';

export const disconnect: Command = ({ demo }) => demo.disconnect();
