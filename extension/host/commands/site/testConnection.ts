import type { Command } from '../command';

export const testConnection: Command = () => undefined;
