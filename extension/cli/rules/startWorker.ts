import { spawn } from 'node:child_process';
import { open, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

/** A worker that has not begun by then, in milliseconds, does not begin any more. */
const startsWithin = 30_000;

/**
 * Starts the worker as a process of its own, which outlives this one: whoever runs programs of rules must not wait
 * for it. Of many that come at once one starts it; were it two, the queue's lock lets one work.
 * @param program the command line that runs now @param args those of `on-message`
 */
export const startWorker = async (
  queue: string,
  [node = process.execPath, ...program]: readonly string[],
  args: readonly string[],
): Promise<void> => {
  if (!(await isFirst(starting(queue)))) return;
  const worker = spawn(node, [...program, 'rules', 'work', ...withoutMessage(args)], {
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
  });
  await new Promise<void>((started, failed) => {
    worker.once('spawn', started);
    worker.once('error', failed);
  });
  worker.unref();
};

/** Tells that the worker has begun: who comes from now on looks for its lock. */
export const workerHasBegun = async (queue: string): Promise<void> => {
  await unlink(starting(queue)).catch(() => undefined);
};

const starting = (queue: string): string => path.join(queue, 'worker.starting');

/** The worker takes all messages, whoever sent them. */
export const withoutMessage = (args: readonly string[]): readonly string[] =>
  args.filter(
    (argument, at) =>
      !/^--(?:message|computer)(?:=|$)/.test(argument) &&
      !/^--(?:message|computer)$/.test(args[at - 1] ?? ''),
  );

const isFirst = async (file: string): Promise<boolean> => {
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
  if (Date.now() - mtimeMs > startsWithin) await unlink(file).catch(() => undefined);
  try {
    await (await open(file, 'wx')).close();
    return true;
  } catch {
    return false;
  }
};
