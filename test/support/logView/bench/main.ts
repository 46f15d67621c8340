// The log view as its page uses it, in a process of its own: node main.js WORKER FILE LINE FILTER ... Prints figures as
// JSON; times in milliseconds.
import { appendFileSync } from 'node:fs';
import type { Endpoint } from '../../../../extension/protocol/endpoint';
import * as protocol from '../../../../extension/protocol/logPage';
import { logOpen } from '../../../../extension/protocol/logWorker';
import { startLogView } from '../../../../extension/workers/logView/startLogView';
import type { FilterTimes, ViewFigures } from './viewFigures';

const screen = 40;
const appends = 15;
const appendedLines = 1000;
/** Beyond the view's own pauses, so that each append comes to a log at rest. */
const rest = 700;

const [workerFile = '', file = '', line = '', ...filters] = process.argv.slice(2);

/** Processor time so far, in milliseconds. */
const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const waiting: (() => void)[] = [];

const until = async (
  endpoint: Endpoint,
  ok: (state: protocol.LogState) => boolean,
): Promise<protocol.LogState> => {
  for (;;) {
    const told = new Promise<void>((resolve) => waiting.push(resolve));
    const state = await endpoint.request(protocol.logState, undefined);
    if (state.filterProblem !== undefined) throw new Error(state.filterProblem);
    if (ok(state)) return state;
    await told;
  }
};

const lastRows = async (endpoint: Endpoint, { generation, rows }: protocol.LogState): Promise<number> => {
  const offset = Math.max(0, rows - screen);
  const page = await endpoint.request(protocol.logRows, { generation, offset, limit: screen });
  return page?.length ?? 0;
};

const isDone = ({ logs, isPreview, passed, records }: protocol.LogState): boolean =>
  !isPreview && passed === records && logs.every(({ standing }) => standing.kind === 'following');

const filterBy = async (endpoint: Endpoint, filter: string): Promise<FilterTimes> => {
  const [began, before] = [performance.now(), used()];
  const { generation: old } = await endpoint.request(protocol.logState, undefined);
  await endpoint.request(protocol.logShow, { filter, hides: true, collapses: false });
  const found = await until(
    endpoint,
    (state) => state.generation > old && (state.rows > 0 || state.passed === state.records),
  );
  await lastRows(endpoint, found);
  const first = performance.now() - began;
  const { matched } = await until(endpoint, isDone);
  return { filter, first, all: performance.now() - began, processor: used() - before, matched };
};

const append = async (endpoint: Endpoint): Promise<number> => {
  const { rows } = await until(endpoint, isDone);
  await new Promise((resolve) => setTimeout(resolve, rest));
  const began = performance.now();
  appendFileSync(file, `${line}\r\n`.repeat(appendedLines));
  const state = await until(endpoint, (now) => now.rows >= rows + appendedLines);
  await lastRows(endpoint, state);
  return performance.now() - began;
};

const main = async (): Promise<void> => {
  const [began, before] = [performance.now(), used()];
  const running = startLogView(workerFile);
  const { endpoint } = running;
  endpoint.onNotification(protocol.logChanged, () => waiting.splice(0).forEach((wake) => wake()));
  const reading = { bias: 'auto', codePage: 'windows-1252' } as const;
  await endpoint.request(logOpen, { logs: [{ file, bookmarks: [] }], reading });
  await endpoint.request(protocol.logShow, { filter: '', hides: true, collapses: false });
  while ((await lastRows(endpoint, await until(endpoint, ({ rows }) => rows > 0))) === 0);
  const firstScreen = performance.now() - began;
  const firstProcessor = used() - before;
  const { records } = await until(endpoint, isDone);
  const index = performance.now() - began;
  const indexProcessor = used() - before;
  const times: FilterTimes[] = [];
  for (const filter of filters) times.push(await filterBy(endpoint, filter));
  await filterBy(endpoint, '');
  const appended: number[] = [];
  for (let round = 0; round < appends; round++) appended.push(await append(endpoint));
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const figures: ViewFigures = {
    records,
    firstScreen,
    firstProcessor,
    index,
    indexProcessor,
    filters: times,
    appended,
    peakMegabytes,
  };
  console.log(JSON.stringify(figures));
  await running.dispose();
};

void main();
