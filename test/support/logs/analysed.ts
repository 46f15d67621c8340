import type { Analyser } from '../../../extension/core/logs/analyse/analyser';
import { LogAnalysis, type AnalysedLog } from '../../../extension/core/logs/analyse/logAnalysis';
import { platform } from './readLog';
import type { LogFile } from './rolledLog';

/** What analysers find in files, read in pieces of so many bytes. */
export const analysed = <Facts>(
  analysers: readonly Analyser<Facts>[],
  files: readonly LogFile[],
  pieceBytes = Infinity,
): readonly AnalysedLog<Facts>[] => {
  const analysis = new LogAnalysis(platform, analysers);
  for (const { file, bytes } of files) {
    const input = analysis.file(file);
    for (let at = 0; at < bytes.length; at += pieceBytes) input.push(bytes.subarray(at, at + pieceBytes));
    input.end();
  }
  return analysis.results();
};
