import type { LogBytes } from '../../core/logs/logBytes';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/logPage';
import type { LogFiles } from './logFiles';
import { locate, measure, placeInFile, readDetails, readRows, seek, seekTime } from './logQuestions';
import { rowsToFile, textOfRows } from './logTexts';
import { LogView } from './logView';

/** More are not on any screen. */
const mostRows = 500;

/** Answers for the logs that it is told to open. @returns what closes them */
export const serveLogView = (endpoint: Endpoint, platform: LogBytes, files: LogFiles): (() => void) => {
  let open: LogView | undefined;
  const view = (): LogView => {
    if (open === undefined) throw new Error('No log is open.');
    return open;
  };
  endpoint.handle(protocol.logOpen, ({ files: paths }) => {
    open?.close();
    open = new LogView(paths, platform, files, () => endpoint.notify(protocol.logChanged, undefined));
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
  endpoint.handle(protocol.logSeek, (asked, signal) => seek(view(), asked, signal));
  endpoint.handle(protocol.logSeekTime, ({ generation, time }) => seekTime(view(), generation, time));
  endpoint.handle(protocol.logLocate, (place) => locate(view(), place));
  endpoint.handle(protocol.logBars, ({ most }) => view().rows.timeline.bars(Math.max(1, most)));
  endpoint.handle(protocol.logNames, () => ({ components: view().logs.componentNames }));
  endpoint.handle(protocol.logMeasure, ({ generation, selection }) => measure(view(), generation, selection));
  endpoint.handle(protocol.logPlaceInFile, ({ generation, row }) => placeInFile(view(), generation, row));
  endpoint.handle(protocol.logText, (asked, signal) => textOfRows(view(), asked, signal));
  endpoint.handle(protocol.logWrite, ({ file, ...asked }, signal) => rowsToFile(view(), file, asked, signal));
  return () => {
    open?.close();
    open = undefined;
  };
};
