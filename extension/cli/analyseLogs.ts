import { analyseFiles } from '../adapters/files/analyseFiles';
import { nodeLogBytes } from '../adapters/files/nodeLogBytes';
import { analysers } from '../core/logs/analyse/analysers';
import { withStories } from '../core/logs/analyse/correlate/acrossLogs';
import type { FileSummary } from '../core/logs/analyse/fileReading';
import { LogAnalysis } from '../core/logs/analyse/logAnalysis';
import { analysisWriters } from './analysisWriters';
import { signatureAnalyser } from '../core/logs/signatures/signatureAnalyser';
import type { LogArguments } from './logArguments';
import type { CommandLine } from './missing';
import { signaturesWith } from './ownSignatures';

export interface AnalysedLogs {
  /** False: one of the files could not be read, so what it has is missing. */
  readonly allRead: boolean;
  /** Findings that ask for attention: errors and warnings. */
  readonly problems: number;
}

/** Prints what the analysers find in logs. */
export const analyseLogs = async (
  { files, format, bias, codePage, signatures }: LogArguments,
  { write, say, signal }: CommandLine,
): Promise<AnalysedLogs> => {
  const known = signatureAnalyser(await signaturesWith(signatures, say));
  const analysis = new LogAnalysis<unknown>(nodeLogBytes(codePage), [...analysers, known], bias);
  let allRead = true;
  await analyseFiles(files, analysis, {
    signal,
    failed: (file, error) => {
      allRead = false;
      say(`${file} could not be read: ${error instanceof Error ? error.message : String(error)}\n`);
    },
  });
  const results = withStories(analysis.results());
  for (const result of results) await write(analysisWriters[format](result));
  for (const summary of analysis.files) if (summary.notTaken > 0) say(notTaken(summary));
  const problems = results.flatMap(({ report }) => report.findings).filter(({ tone }) => tone !== 'info');
  return { allRead, problems: problems.length };
};

const notTaken = ({ file, records, notTaken: count, otherComponents }: FileSummary): string =>
  `${file}: ${String(count)} of ${String(records)} records are of no component that is analysed${otherComponents.length === 0 ? '' : ` (${otherComponents.join(', ')})`}.\n`;
