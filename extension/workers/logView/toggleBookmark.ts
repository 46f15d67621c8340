import type { LogToOpen } from '../../protocol/logWorker';
import { placeOf } from './logQuestions';
import type { LogView } from './logView';

/** Marks the record of a row, or takes its mark back. @returns the log with its bookmarks, to be kept */
export const toggleBookmark = async (
  view: LogView,
  generation: number,
  row: number,
  signal: AbortSignal,
): Promise<LogToOpen | undefined> => {
  if (generation !== view.generation || row >= view.length) return undefined;
  const { log, record } = placeOf(view, row);
  const found = view.order.logs[log]?.records.locate(record);
  const file = view.logs.state().logs[log]?.path;
  if (found === undefined || file === undefined) return undefined;
  await view.bookmarks.toggle(log, found.part, found.record, signal);
  view.tell();
  return { file, bookmarks: view.bookmarks.kept(log) };
};
