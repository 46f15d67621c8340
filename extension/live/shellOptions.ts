import type { ShellOptions } from '../adapters/powershell/shellSession';

export const shellOptions = (executable: string): ShellOptions => ({
  executable,
  callsPerProcess: 200,
  startTimeout: 30_000,
});
