import type { FoldingRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { multiLineRecords } from '../core/logs/multiLineRecords';

/** Folds each record whose message spans lines. */
export const foldingRanges = (document: TextDocument): FoldingRange[] =>
  multiLineRecords(document.getText()).map(({ start, end }) => ({
    startLine: document.positionAt(start).line,
    endLine: document.positionAt(end).line,
  }));
