import type { CancellationToken, FoldingRange } from 'vscode-languageserver';
import { Breath } from './breath';
import type { LogDocument } from './documents/logDocument';
import type { Logs } from './logs';
import { repetitionsIn } from './survey/repetitions';
import type { Stretch } from './survey/stretches';
import { Templates } from './survey/templates';

/** Fewer records than these are not worth a mark in the margin. */
const shortestStretch = 4;

/** The editor takes no more unless it says so. */
const most = 5000;

const templates = new Templates();

/**
 * Folds what stands together: the records of one thread about one package or job, blocks of messages that repeat in
 * it, and records whose message spans lines. `limit` is how many the editor takes: the longest are kept.
 */
export const foldingRanges = async (
  document: LogDocument,
  logs: Logs,
  token: CancellationToken,
  limit = most,
): Promise<FoldingRange[]> => {
  const survey = await logs.survey(document, token);
  const breath = new Breath(token);
  const folds: FoldingRange[] = [];
  const records = foldedRecords(document);
  for (const stretch of survey.stretches.all) {
    if (stretch.last - stretch.first + 1 < shortestStretch) continue;
    folds.push({ startLine: stretch.line, endLine: stretch.endLine });
    folds.push(...foldedRepetitions(document, stretch));
    await breath.take(document);
  }
  folds.push(...records);
  return longest(withoutTwins(folds), limit);
};

/** The longest of those that begin in one line, because the editor shows one. */
const withoutTwins = (folds: readonly FoldingRange[]): readonly FoldingRange[] => {
  const ofLine = new Map<number, FoldingRange>();
  for (const fold of folds) {
    const known = ofLine.get(fold.startLine);
    if (known === undefined || known.endLine < fold.endLine) ofLine.set(fold.startLine, fold);
  }
  return [...ofLine.values()];
};

const longest = (folds: readonly FoldingRange[], limit: number): FoldingRange[] =>
  folds
    .toSorted((a, b) => b.endLine - b.startLine - (a.endLine - a.startLine))
    .slice(0, limit)
    .sort((a, b) => a.startLine - b.startLine);

const foldedRecords = (document: LogDocument): readonly FoldingRange[] =>
  document.records.blocks.flatMap(({ line, columns: { lines, moreLines } }) => {
    const folds: FoldingRange[] = [];
    moreLines.forEach((more, row) => {
      const startLine = line - 1 + (lines[row] ?? 0);
      if (more > 0) folds.push({ startLine, endLine: startLine + more });
    });
    return folds;
  });

const foldedRepetitions = (document: LogDocument, { first, last }: Stretch): readonly FoldingRange[] => {
  const { records } = document;
  let block = records.blockOf(first);
  const templateOf = (index: number): number => {
    if (block === undefined || index < block.first || index >= block.first + block.count)
      block = records.blockOf(index);
    return block === undefined ? 0 : (templates.of(document, block)[index - block.first] ?? 0);
  };
  return repetitionsIn(first, last, templateOf).flatMap((repeated) => {
    const [from, to] = [document.record(repeated.first), document.record(repeated.last)];
    return from === undefined || to === undefined || to.endLine === from.line
      ? []
      : [{ startLine: from.line, endLine: to.endLine }];
  });
};
