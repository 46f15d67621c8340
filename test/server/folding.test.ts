import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { foldingRanges } from '../../extension/server/folding';

const attributes =
  '<time="15:30:09.905-480" date="05-09-2023" component="C" context="" type="1" thread="1" file="f:1">';
const record = (message: string): string => `<![LOG[${message}]LOG]!>${attributes}`;
const foldsOf = (...lines: string[]): (readonly [number, number])[] =>
  foldingRanges(TextDocument.create('file:///a.log', 'cmtrace', 1, lines.join('\r\n'))).map(
    ({ startLine, endLine }) => [startLine, endLine],
  );

describe('folding of logs', () => {
  it('folds a record whose message spans lines, and only that', () =>
    assert.deepEqual(foldsOf(record('one'), record('two\r\nlines'), record('three')), [[1, 2]]));

  it('counts a lone CR as a line, as the editor does', () =>
    assert.deepEqual(foldsOf(record('0 percent\r100 percent'), record('next')), [[0, 1]]));

  it('ends a record that was cut off before the next one', () =>
    assert.deepEqual(foldsOf('<![LOG[cut', 'off here', record('next')), [[0, 1]]));

  it('takes an opener only at the start of a line', () =>
    assert.deepEqual(foldsOf(record('quotes <![LOG[ in\r\nthe middle'), record('next')), [[0, 1]]));
});
