import { DemoEngine } from '../adapters/demo/demoEngine';
import { demoSiteOptions } from '../adapters/demo/demoSite';
import { findMissing } from '../app/findMissing';
import { refreshSite } from '../app/refreshSite';
import { repairNeed } from '../core/reconcile/verdict';
import type { FindingRow } from '../core/reconcile/findingRow';
import type { Findings } from '../ports/findings';
import { startFindingsInProcess } from '../workers/findings/startFindings';
import { csvHead, csvRow } from './formatCsv';
import { tableHead, tableRow } from './formatTable';
import { isoTime } from './isoTime';
import type { Format, MissingArguments } from './usage';

/** What needs repair or a decision, and what is not proved either way. */
const unproved = 'state:problems,unknown,stale,running';
const rowsPerPage = 500;

/**
 * Prints the missing content of the demo site.
 * @throws SiteReadError, RemoteError `filter`
 */
export const findMissingOnDemo = async (
  { demo, filter, format }: MissingArguments,
  output: NodeJS.WritableStream,
  say: (text: string) => void,
): Promise<void> => {
  say(`Generating the demo site (${demo}) ...\n`);
  const site = await DemoEngine.open(demoSiteOptions({ size: demo, speed: 0 }));
  const running = startFindingsInProcess();
  try {
    const { signal } = new AbortController();
    const inventory = await refreshSite(site, signal);
    const { summary } = await findMissing(site, running.findings, inventory, signal);
    const shown = await print(running.findings, filter === '' ? unproved : filter, format, output);
    say(
      `${shown} of ${summary.site.expected} expected pairs of package and distribution point shown, as of ${isoTime(summary.readAt) ?? 'now'}.\n`,
    );
  } finally {
    await running.dispose();
    await site.close();
  }
};

/** @returns how many rows there are */
const print = async (
  findings: Findings,
  filter: string,
  format: Format,
  output: NodeJS.WritableStream,
): Promise<number> => {
  const { signal } = new AbortController();
  const view = { filter, sort: { column: 'state', descending: false } } as const;
  const write = (text: string): Promise<void> =>
    new Promise((done) => (output.write(text) ? done() : output.once('drain', done)));
  const writer = writers[format];
  await write(writer.head);
  let total = Infinity;
  let printed = 0;
  while (printed < total) {
    const page = await findings.page(view, printed, rowsPerPage, signal);
    total = page.total;
    const from = printed;
    await write(page.rows.map((row, index) => writer.row(row, from + index === 0)).join(''));
    printed += page.rows.length;
  }
  await write(writer.foot);
  return printed;
};

interface Writer {
  readonly head: string;
  readonly row: (row: FindingRow, isFirst: boolean) => string;
  readonly foot: string;
}

const writers: Readonly<Record<Format, Writer>> = {
  table: { head: tableHead(), row: tableRow, foot: '' },
  csv: { head: csvHead(), row: csvRow, foot: '' },
  json: {
    head: '[',
    row: (row, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(jsonOf(row))}`,
    foot: '\n]\n',
  },
};

const jsonOf = ({ id: _, dp: __, dpName, since, lastResult, ...row }: FindingRow): object => ({
  ...row,
  distributionPoint: dpName,
  repair: repairNeed(row.verdict),
  since: isoTime(since),
  lastResult: isoTime(lastResult),
});
