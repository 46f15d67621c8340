import type { Browser } from 'playwright-core';
import { nodeFileSystem } from '../../../extension/adapters/files/fileSystem';
import * as protocol from '../../../extension/protocol/logPage';
import { logOpen, logText } from '../../../extension/protocol/logWorker';
import { relayLog } from '../../../extension/protocol/relayLog';
import { LogFiles } from '../../../extension/workers/logView/logFiles';
import { startLogViewInProcess } from '../../../extension/workers/logView/startLogView';
import { asUsual } from '../../support/logView/openLogs';
import { openPage, type FakeOptions, type FakeVsCode } from './fakeVsCode';

/** The page of logs, open on real files. */
export interface OpenLog extends FakeVsCode {
  readonly act: (action: protocol.LogAction) => void;
  /** What was copied last. */
  readonly copied: () => string | undefined;
  /** What the page asked the host to offer. */
  readonly asked: readonly string[];
  /** What the user types when asked for a time. */
  readonly answerTime: (text: string) => void;
}

export const openLog = async (
  browser: Browser,
  files: readonly string[],
  options: FakeOptions = {},
): Promise<OpenLog> => {
  const running = startLogViewInProcess(new LogFiles(nodeFileSystem));
  const asked: string[] = [];
  let copied: string | undefined;
  let time: string | undefined;
  const logs = files.map((file) => ({ file, bookmarks: [] }));
  await running.endpoint.request(logOpen, { logs, reading: asUsual });
  const fake = await openPage(
    browser,
    'log',
    (endpoint) => {
      relayLog(endpoint, running.endpoint);
      endpoint.handle(protocol.logCopy, async (rows) => {
        const { records, text } = await running.endpoint.request(logText, {
          ...rows,
          format: 'table',
        });
        copied = text;
        return records;
      });
      endpoint.handle(protocol.logAskTime, () => time);
      endpoint.handle(protocol.logFilters, ({ filter }) => {
        asked.push(`filters for ${filter}`);
        return undefined;
      });
      endpoint.handle(protocol.logExport, ({ selection }) => {
        asked.push(`export of ${selection.allBut ? 'all' : selection.rows.join()}`);
        return undefined;
      });
      endpoint.handle(protocol.logOpenText, ({ row }) => {
        asked.push(`text of ${row}`);
        return undefined;
      });
    },
    options,
  );
  fake.page.once('close', () => void running.dispose());
  return {
    ...fake,
    act: (action) => fake.endpoint.notify(protocol.logAct, { action }),
    copied: () => copied,
    asked,
    answerTime: (text) => (time = text),
  };
};
