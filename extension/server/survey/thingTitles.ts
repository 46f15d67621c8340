import type { LogDocument } from '../documents/logDocument';
import type { Logs } from '../logs';
import type { ThingKind } from './tally';

/** How things of a log are called: packages with their names, threads also as other records write them. */
export const titlesOfThings = async (
  document: LogDocument,
  logs: Logs,
  kind: ThingKind,
  keys: readonly number[],
): Promise<(key: number) => string> => {
  switch (kind) {
    case 'component':
      return (key) => document.textOf(key);
    case 'thread':
      return (key) => threadTitle(document.textOf(key));
    case 'dp':
    case 'job':
      return (key) => document.nameOf(key);
    case 'package': {
      const titleOf = await logs.titlesOf(keys.map((key) => document.nameOf(key)));
      return (key) => titleOf(document.nameOf(key));
    }
  }
};

const threadTitle = (thread: string): string =>
  /^\d{1,10}$/.test(thread) ? `${thread} (0x${Number(thread).toString(16).toUpperCase()})` : thread;
