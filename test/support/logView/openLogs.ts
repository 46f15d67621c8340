import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeFileSystem, type FileSystem } from '../../../extension/adapters/files/fileSystem';
import type { Endpoint } from '../../../extension/protocol/endpoint';
import * as protocol from '../../../extension/protocol/logPage';
import { logMarked, logOpen, type LogReading, type LogToOpen } from '../../../extension/protocol/logWorker';
import { LogFiles } from '../../../extension/workers/logView/logFiles';
import { startLogViewInProcess } from '../../../extension/workers/logView/startLogView';
import { ccmText, serverText, type WrittenRecord } from '../logs/writtenRecord';

/** Logs as a page sees them. */
export interface OpenLogs {
  readonly endpoint: Endpoint;
  readonly state: () => Promise<protocol.LogState>;
  /** Waits for a state; names what did not come. */
  readonly until: (what: string, ok: (state: protocol.LogState) => boolean) => Promise<protocol.LogState>;
  /** Messages of all rows. */
  readonly messages: () => Promise<readonly string[]>;
  readonly rows: () => Promise<readonly protocol.LogRow[]>;
  readonly show: (view: Partial<protocol.LogView>) => Promise<protocol.LogState>;
  /** Its bookmarks, as they were kept last. */
  readonly marked: () => readonly LogToOpen[];
  readonly close: () => Promise<void>;
}

/** As the settings are at first. */
export const asUsual: LogReading = { bias: 'auto', codePage: 'windows-1252' };

export const openLogs = async (
  files: readonly string[],
  fileSystem: FileSystem = nodeFileSystem,
  {
    reading = asUsual,
    kept = [],
  }: { readonly reading?: LogReading; readonly kept?: readonly LogToOpen[] } = {},
): Promise<OpenLogs> => {
  // A disk that is made to hang is given up soon, one that is busy is not.
  const answerWithin = fileSystem === nodeFileSystem ? 20_000 : 400;
  const running = startLogViewInProcess(new LogFiles(fileSystem, { retryAfter: [1], answerWithin }));
  const { endpoint } = running;
  const state = (): Promise<protocol.LogState> => endpoint.request(protocol.logState, undefined);
  let wake = (): void => undefined;
  endpoint.onNotification(protocol.logChanged, () => wake());
  const until: OpenLogs['until'] = async (what, ok) => {
    const end = Date.now() + 8000;
    for (;;) {
      const now = await state();
      if (ok(now)) return now;
      if (Date.now() > end) throw new Error(`${what} did not come; the state is ${JSON.stringify(now)}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, 50);
      });
    }
  };
  const rows = async (): Promise<readonly protocol.LogRow[]> => {
    const found: protocol.LogRow[] = [];
    const { generation, rows: total } = await state();
    while (found.length < total) {
      const asked = { generation, offset: found.length, limit: 500 };
      const page = await endpoint.request(protocol.logRows, asked);
      if (page === undefined || page.length === 0) throw new Error('The rows changed while they were read.');
      found.push(...page);
    }
    return found;
  };
  const marked = new Map(kept.map((log) => [log.file, log]));
  endpoint.onNotification(logMarked, (log) => void marked.set(log.file, log));
  const logs = files.map((file) => marked.get(file) ?? { file, bookmarks: [] });
  await endpoint.request(logOpen, { logs, reading });
  return {
    endpoint,
    state,
    until,
    rows,
    messages: async () => (await rows()).map(({ message }) => message),
    show: async (view) => {
      await endpoint.request(protocol.logShow, { filter: '', hides: true, collapses: false, ...view });
      return until('the filter', ({ passed, records }) => passed === records);
    },
    marked: () => [...marked.values()],
    close: () => running.dispose(),
  };
};

/** The log was read, and all of it was counted. */
export const isFollowing = ({ logs, isPreview, passed, records }: protocol.LogState): boolean =>
  !isPreview && passed === records && logs.every(({ standing }) => standing.kind === 'following');

const began = Date.UTC(2023, 4, 9, 6);

/** A record of a second of its own. */
export const recordOf = (
  message: string,
  second: number,
  more: Partial<WrittenRecord> = {},
): WrittenRecord => ({
  at: began + second * 1000,
  component: 'SMS_DISTRIBUTION_MANAGER',
  thread: 5800,
  message,
  type: 1,
  source: 'distmgr.cpp:40',
  spoken: 'info',
  ...more,
});

/** As a client writes it, in UTC. */
export const line = (message: string, second: number, more: Partial<WrittenRecord> = {}): string =>
  `${ccmText(recordOf(message, second, more), 0)}\r\n`;

/** As a server writes it, with a clock two hours ahead of UTC. */
export const serverLine = (message: string, second: number, more: Partial<WrittenRecord> = {}): string =>
  `${serverText(recordOf(message, second, more), -120)}\r\n`;

/** Lends a folder to the tests of a suite. */
export const withFolder = (): ((name: string, text?: string | Uint8Array) => string) => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'log-view-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return (name, text) => {
    const file = path.join(folder, name);
    if (text !== undefined) writeFileSync(file, text);
    return file;
  };
};
