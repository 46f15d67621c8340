import type { Host } from '../host';

/** What a command does. `args` are what its menu, key or page gave. It may throw; the user is told. */
export type Command = (host: Host, args: readonly unknown[]) => void | Promise<void>;
