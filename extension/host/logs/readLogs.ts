import { l10n, Uri, workspace } from 'vscode';
import { analyseFiles } from '../../adapters/files/analyseFiles';
import { nodeLogBytes } from '../../adapters/files/nodeLogBytes';
import { withRolledOver } from '../../adapters/files/rolledOver';
import { analysers } from '../../core/logs/analyse/analysers';
import { withStories } from '../../core/logs/analyse/correlate/acrossLogs';
import { LogAnalysis, type AnalysedLog } from '../../core/logs/analyse/logAnalysis';
import { signatureAnalyser } from '../../core/logs/signatures/signatureAnalyser';
import { noteOf } from '../panels/analysisState';
import { logReading } from './logReading';
import { workspaceSignatures } from './workspaceSignatures';

export interface ReadLogs {
  readonly logs: readonly AnalysedLog<unknown>[];
  readonly notes: readonly string[];
  /** The logs by the names that lines have. */
  readonly uris: ReadonlyMap<string, Uri>;
}

/** Analyses logs, with what was rolled over of those on disk or on a share. */
export const readLogs = async (chosen: readonly Uri[], signal: AbortSignal): Promise<ReadLogs> => {
  const { signatures, problems } = await workspaceSignatures();
  const known = signatureAnalyser(signatures);
  const { bias, codePage } = logReading();
  const analysis = new LogAnalysis<unknown>(nodeLogBytes(codePage), [...analysers, known], bias);
  const notes: string[] = [...problems];
  const failed = (file: string, error: unknown): void => {
    notes.push(
      l10n.t('{0} could not be read: {1}', file, error instanceof Error ? error.message : String(error)),
    );
  };
  const files = await withRolledOver(chosen.filter(isOnDisk).map(({ fsPath }) => fsPath));
  await analyseFiles(files, analysis, { failed, signal });
  const uris = new Map(files.map((file) => [file, Uri.file(file)]));
  for (const uri of chosen.filter((one) => !isOnDisk(one))) {
    const name = uri.toString(true);
    uris.set(name, uri);
    try {
      const bytes = await workspace.fs.readFile(uri);
      const input = analysis.file(name);
      input.push(bytes);
      input.end();
    } catch (error) {
      failed(name, error);
    }
  }
  const others = analysis.files.map(noteOf).filter((note) => note !== undefined);
  return { logs: withStories(analysis.results()), notes: [...notes, ...others], uris };
};

const isOnDisk = ({ scheme }: Uri): boolean => scheme === 'file';
