import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { AnswerFolder } from '../../../extension/adapters/powershell/answerFolder';
import { Deadline } from '../../../extension/adapters/powershell/deadline';
import type { Json } from '../../../extension/adapters/powershell/envelope';
import { ShellPool } from '../../../extension/adapters/powershell/shellPool';
import type { ShellOptions } from '../../../extension/adapters/powershell/shellSession';
import { FakeShell, type Script } from './fakeShell';

export interface Lent {
  readonly shell: FakeShell;
  readonly pool: ShellPool;
  /** The `echo` verb, with this many milliseconds. */
  readonly echo: (data: Json, milliseconds?: number, signal?: AbortSignal) => Promise<unknown>;
}

/** Lends sessions on a shell of this behaviour; afterwards no process and no file may be left. */
export const withShell = async (
  script: Script,
  use: (lent: Lent) => Promise<void>,
  options: Partial<ShellOptions> & { readonly size?: number } = {},
): Promise<void> => {
  const shell = new FakeShell(script);
  const { size = 1, ...rest } = options;
  const pool = new ShellPool(
    { executable: shell.executable, callsPerProcess: 1000, startTimeout: 10_000, ...rest },
    size,
    new AnswerFolder(shell.answers),
  );
  const echo = (data: Json, milliseconds = 10_000, signal = new AbortController().signal) =>
    pool.call({ verb: 'echo', data, deadline: new Deadline('The call', milliseconds, signal) });
  try {
    await use({ shell, pool, echo });
    await pool.close();
    await eventually(() => assert.deepEqual(shell.running(), [], 'processes were left'));
    assert.deepEqual(shell.leftOvers(), [], 'files were left');
  } finally {
    await pool.close();
    shell.delete();
  }
};

/** What becomes true within two seconds. */
export const eventually = async (check: () => void): Promise<void> => {
  for (let tries = 0; ; tries++) {
    try {
      check();
      return;
    } catch (error) {
      if (tries === 200) throw error;
      await sleep(10);
    }
  }
};

/** Noise as a step takes it. */
export const bytes = (text: string | readonly number[]): string =>
  (typeof text === 'string' ? Buffer.from(text, 'utf8') : Buffer.from(text)).toString('base64');
