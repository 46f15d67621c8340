import type { Command } from '../command';

export const connectDemo: Command = ({ demo }) => demo.connect();
