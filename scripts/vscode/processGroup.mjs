// @ts-check
// A program and all that it starts, which never outlive this process.
import { spawn } from 'node:child_process';

/** @param {number} leader @param {NodeJS.Signals} signal */
const signalGroup = (leader, signal) => {
  try {
    process.kill(-leader, signal);
  } catch {
    // The group has gone already.
  }
};

/**
 * What the program says is kept; it ends with all it started by `stop`, and at the latest with this process.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
export const startGroup = (program, args, options) => {
  let said = '';
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const { pid = 0 } = child;
  const kill = () => {
    if (pid) signalGroup(pid, 'SIGKILL');
  };
  process.once('exit', kill);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      said += error.message;
      resolve();
    });
    child.once('exit', () => {
      resolve();
    });
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      said += text;
    });
  }
  return {
    log: () => said,
    ended,
    stop: async () => {
      if (pid) signalGroup(pid, 'SIGTERM');
      const late = setTimeout(kill, 3_000);
      await ended;
      clearTimeout(late);
      kill();
      process.removeListener('exit', kill);
    },
  };
};
