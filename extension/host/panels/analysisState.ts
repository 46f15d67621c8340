import { chosenRows } from '../../core/logs/analyse/chosenRows';
import type { FileSummary } from '../../core/logs/analyse/fileReading';
import type { AnalysedLog } from '../../core/logs/analyse/logAnalysis';
import type { Row } from '../../core/logs/analyse/report';
import type { AskedRows, ShownLog } from '../../protocol/analysisPage';

/** Findings that the page shows: nobody reads more of one log. */
const mostFindings = 200;

export const shownLog = ({
  analyser,
  log,
  files,
  known,
  notKnown,
  report,
}: AnalysedLog<unknown>): ShownLog => ({
  analyser: analyser.id,
  title: analyser.title,
  log,
  files,
  known,
  notKnown: notKnown.count,
  torn: notKnown.torn,
  samples: notKnown.samples,
  findings: report.findings.slice(0, mostFindings),
  moreFindings: Math.max(0, report.findings.length - mostFindings),
  sections: report.sections.map(({ id, title, columns, rows, earlier }) => ({
    id,
    title,
    columns,
    rows: rows.length,
    earlier,
  })),
});

export const askedRows = (
  logs: readonly AnalysedLog<unknown>[],
  { log, section, offset, limit, ...choice }: AskedRows,
): { readonly total: number; readonly rows: readonly Row[] } => {
  const shown = logs[log]?.report.sections.find(({ id }) => id === section);
  if (shown === undefined) return { total: 0, rows: [] };
  const rows = chosenRows(shown, choice);
  return { total: rows.length, rows: rows.slice(offset, offset + limit) };
};

/** What of a file was for no analyser; undefined when all of it was for one. */
export const noteOf = ({ file, records, notTaken, otherComponents }: FileSummary): string | undefined =>
  notTaken === 0
    ? undefined
    : `${file}: ${String(notTaken)} of ${String(records)} records are of no component that is analysed${otherComponents.length === 0 ? '' : ` (${otherComponents.join(', ')})`}.`;
