import { open } from 'node:fs/promises';
import type { LogAnalysis } from '../../core/logs/analyse/logAnalysis';
import { readingOrder } from '../../core/logs/analyse/logName';

const pieceBytes = 512 * 1024;

export interface AnalyseFiles {
  /** A file could not be read, or not to its end: what it has is then missing. */
  readonly failed: (file: string, error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Gives files to an analysis, in the order in which they were written; of any size, a piece at a time. */
export const analyseFiles = async <Facts>(
  files: readonly string[],
  analysis: LogAnalysis<Facts>,
  { failed, signal }: AnalyseFiles,
): Promise<void> => {
  const piece = Buffer.allocUnsafe(pieceBytes);
  for (const file of readingOrder(files))
    try {
      await readInto(file, piece, analysis, signal);
    } catch (error) {
      signal.throwIfAborted();
      failed(file, error);
    }
};

const readInto = async <Facts>(
  file: string,
  piece: Buffer,
  analysis: LogAnalysis<Facts>,
  signal: AbortSignal,
): Promise<void> => {
  const handle = await open(file, 'r');
  const input = analysis.file(file);
  try {
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await handle.read(piece, 0, piece.length);
      if (bytesRead === 0) break;
      input.push(piece.subarray(0, bytesRead));
    }
  } finally {
    input.end();
    await handle.close();
  }
};
