import type { Command } from '../command';

export const connectDemo: Command = ({ connections }) => connections.connect(connections.demo());
