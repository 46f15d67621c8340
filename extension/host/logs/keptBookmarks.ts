import type { Memento } from 'vscode';
import type { KeptBookmark, LogToOpen } from '../../protocol/logWorker';
import { isCount, isListOf, isRecordOf, isText } from '../../protocol/shape';

const memoryKey = 'logBookmarks';

/** Logs whose bookmarks are kept, those that were marked last; and bookmarks of each. */
const mostLogs = 100;
const mostOfLog = 200;

const isKept = isListOf(
  isRecordOf<LogToOpen>({
    file: isText,
    bookmarks: isListOf(isRecordOf<KeptBookmark>({ offset: isCount, print: isText })),
  }),
);

/** The bookmarks that a log had when it was open last. */
export const keptBookmarks = (memory: Memento, file: string): readonly KeptBookmark[] =>
  all(memory).find((log) => isSame(log.file, file))?.bookmarks ?? [];

export const keepBookmarks = async (memory: Memento, marked: LogToOpen): Promise<void> => {
  const others = all(memory).filter((log) => !isSame(log.file, marked.file));
  const bookmarks = marked.bookmarks.slice(-mostOfLog);
  const kept = bookmarks.length === 0 ? others : [{ file: marked.file, bookmarks }, ...others];
  await memory.update(memoryKey, kept.slice(0, mostLogs));
};

const all = (memory: Memento): readonly LogToOpen[] => {
  const stored: unknown = memory.get(memoryKey);
  return isKept(stored) ? stored : [];
};

/** Paths of Windows are the same in either case. */
const isSame = (one: string, other: string): boolean =>
  process.platform === 'win32' ? one.toLowerCase() === other.toLowerCase() : one === other;
