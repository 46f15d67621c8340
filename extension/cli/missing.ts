import { AcknowledgementFile } from '../adapters/machine/acknowledgementFile';
import { writeAtomically } from '../adapters/machine/atomicFile';
import { exportFindings } from '../app/exportFindings';
import { findMissing } from '../app/findMissing';
import { markAcknowledged } from '../app/markAcknowledged';
import { refreshSite } from '../app/refreshSite';
import { writeExport, type WrittenExport } from '../app/writeExport';
import type { ExportHead } from '../core/export/exportWriter';
import { exportWriter } from '../core/export/formats';
import { isoTime, utcText } from '../core/export/isoTime';
import { redactHead, redactRow, siteRedactor } from '../core/export/redact/redactRow';
import { findingFields } from '../core/filter/findingFields';
import { parseFilter } from '../core/filter/parse';
import { unprovedFilter } from '../core/filter/savedFilter';
import { scopeWords, sourceWords } from '../core/reconcile/sourceWords';
import type { Findings } from '../ports/findings';
import { startFindingsInProcess } from '../workers/findings/startFindings';
import { openSite, type Environment } from './openSite';
import type { MissingArguments } from './parseArguments';
import { tableWriter } from './tableWriter';

export interface CommandLine {
  /** Data; resolves when more may come. */
  readonly write: (text: string) => Promise<void>;
  /** Progress and messages. */
  readonly say: (text: string) => void;
  readonly environment: Environment;
  readonly signal: AbortSignal;
  /** What runs this as a process of its own, its program first; undefined: nothing does. */
  readonly program?: readonly string[];
}

/**
 * Prints the missing content of a site.
 * @throws UsageError, FilterError, SiteConnectError, SiteReadError
 */
export const listMissing = async (
  wanted: MissingArguments,
  { write, say, environment, signal }: CommandLine,
): Promise<WrittenExport> => {
  const filter = wanted.filter ?? (wanted.everyPair ? '' : unprovedFilter);
  // Told at once, not after the site was read.
  parseFilter(filter, findingFields);
  const site = await openSite(wanted, environment, say, signal);
  const running = startFindingsInProcess();
  try {
    say(`Reading site ${site.info.siteCode} ...\n`);
    const inventory = await refreshSite(site, signal);
    if (wanted.acknowledgements !== undefined)
      await setAside(running.findings, wanted.acknowledgements, site.clock.now(), signal);
    const { summary, facts } = await findMissing(site, running.findings, inventory, signal);
    const { siteCode, siteName, provider } = site.info;
    const notRead = [...facts.notRead];
    const scoped = [...(facts.scoped ?? [])];
    const head = { siteCode, siteName, readAt: summary.readAt, filter, tally: summary.site, notRead, scoped };
    const view = { filter, sort: { column: 'state', descending: false } } as const;
    const pages = exportFindings(
      site.database,
      running.findings,
      facts,
      { view, everyPair: wanted.everyPair },
      signal,
    );
    const redactor = wanted.redact ? siteRedactor(inventory, [provider.computer]) : undefined;
    const plainHead: ExportHead = { ...head, redacted: false };
    const shownHead = redactor === undefined ? plainHead : redactHead(redactor, plainHead);
    const writer = wanted.format === 'table' ? tableWriter() : exportWriter(wanted.format, shownHead);
    const writeTo = (sink: CommandLine['write']): Promise<WrittenExport> =>
      writeExport(pages, writer, (row) => (redactor === undefined ? row : redactRow(redactor, row)), sink);
    const written =
      wanted.output === undefined ? await writeTo(write) : await writeAtomically(wanted.output, writeTo);
    say(resultText(head, written));
    return written;
  } finally {
    await running.dispose();
    await site.close();
  }
};

/** @throws Error for a file that is not understood: then a scheduled run must not say that all is well, or is not */
const setAside = async (
  findings: Findings,
  file: string,
  now: number,
  signal: AbortSignal,
): Promise<void> => {
  const problems = await markAcknowledged(findings, new AcknowledgementFile(file), now, signal);
  if (problems.length > 0) throw new Error(problems.join('\n'));
};

const resultText = (
  { readAt, tally, notRead, scoped }: Pick<ExportHead, 'readAt' | 'tally' | 'notRead' | 'scoped'>,
  { rows, problems }: WrittenExport,
): string =>
  [
    `${rows} of ${tally.expected} expected pairs of package and distribution point shown, ${problems} of them need repair or a decision; read ${utcText(isoTime(readAt) ?? '')}.`,
    ...notRead.map((source) => `Not read: ${sourceWords(source)}. What rests on it is unknown.`),
    ...[scopeWords(scoped)].filter((words) => words !== undefined),
    '',
  ].join('\n');
