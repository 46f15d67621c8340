import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/logPage';
import * as host from '../../protocol/logWorker';
import type { LogFiles } from './logFiles';
import { locate, measure, placeInFile, readDetails, readRows, seek, seekTime } from './logQuestions';
import { rowsToFile, textOfRows } from './logTexts';
import { LogView } from './logView';
import { recordReading } from './recordReading';
import { toggleBookmark } from './toggleBookmark';

/** More are not on any screen. */
const mostRows = 500;

/** Answers for the logs that it is told to open. @returns what closes them */
export const serveLogView = (endpoint: Endpoint, files: LogFiles): (() => void) => {
  let open: LogView | undefined;
  const view = (): LogView => {
    if (open === undefined) throw new Error('No log is open.');
    return open;
  };
  endpoint.handle(host.logOpen, ({ logs, reading }) => {
    open?.close();
    const told = (): void => endpoint.notify(protocol.logChanged, undefined);
    open = new LogView(logs, recordReading(reading), files, told);
    return undefined;
  });
  endpoint.handle(host.logReadAs, (reading) => {
    view().readAs(recordReading(reading));
    return undefined;
  });
  endpoint.handle(protocol.logState, () => view().state());
  endpoint.handle(protocol.logShow, (wanted) => {
    view().show(wanted);
    return undefined;
  });
  endpoint.handle(protocol.logJoin, ({ joined }) => {
    view().join(joined);
    return undefined;
  });
  endpoint.handle(protocol.logRows, ({ generation, offset, limit }, signal) =>
    readRows(view(), generation, offset, Math.min(limit, mostRows), signal),
  );
  endpoint.handle(protocol.logDetails, ({ generation, row }, signal) =>
    readDetails(view(), generation, row, signal),
  );
  endpoint.handle(protocol.logBookmark, async ({ generation, row }, signal) => {
    const marked = await toggleBookmark(view(), generation, row, signal);
    if (marked !== undefined) endpoint.notify(host.logMarked, marked);
    return undefined;
  });
  endpoint.handle(protocol.logSeek, (asked, signal) => seek(view(), asked, signal));
  endpoint.handle(protocol.logSeekTime, ({ generation, time }) => seekTime(view(), generation, time));
  endpoint.handle(protocol.logLocate, (place) => locate(view(), place));
  endpoint.handle(protocol.logBars, ({ most, lanes }) =>
    view().rows.timeline.bars(Math.max(1, most), Math.max(1, lanes)),
  );
  endpoint.handle(protocol.logNames, () => ({ components: view().logs.componentNames }));
  endpoint.handle(protocol.logMeasure, ({ generation, selection }) => measure(view(), generation, selection));
  endpoint.handle(host.logPlaceInFile, ({ generation, row }) => placeInFile(view(), generation, row));
  endpoint.handle(host.logText, (asked, signal) => textOfRows(view(), asked, signal));
  endpoint.handle(host.logWrite, ({ file, ...asked }, signal) => rowsToFile(view(), file, asked, signal));
  return () => {
    open?.close();
    open = undefined;
  };
};
