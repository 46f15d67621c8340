import type { Hover } from 'vscode-languageserver';
import type { Position, Range, TextDocument } from 'vscode-languageserver-textdocument';

/** UTF-16 units of a line that are looked at on either side of the pointer: lines of 60,000 occur. */
const reach = 4096;

/** The line under the pointer, or what of it is near. */
export interface HoverLine {
  readonly text: string;
  /** Of the pointer in the text. */
  readonly column: number;
  /** The range of a part of the text in the document. */
  readonly range: (start: number, end: number) => Range;
}

export const hoverLine = (document: TextDocument, { line, character }: Position): HoverLine => {
  const from = Math.max(0, character - reach);
  const text = document.getText({
    start: { line, character: from },
    end: { line, character: character + reach },
  });
  return {
    text: text.replace(/[\r\n]+$/, ''),
    column: character - from,
    range: (start, end) => ({
      start: { line, character: from + start },
      end: { line, character: from + end },
    }),
  };
};

/** Says something of the line under the pointer; null when it has nothing to say. */
export type LineHover = (line: HoverLine) => Hover | null;
