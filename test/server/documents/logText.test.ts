import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LogText } from '../../../extension/server/documents/logText';

const anyText = fc
  .array(fc.constantFrom('a', 'bc', '\u4e0b', '\n', '\r', '\r\n', ''), { maxLength: 40 })
  .map((parts) => parts.join(''));

const anyEdit = fc.record({
  part: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 12 }),
  text: anyText,
});

const same = (text: LogText, written: string): void => {
  const known = TextDocument.create('file:///a', 'a', 1, written);
  assert.equal(text.slice(), written);
  assert.equal(text.length, written.length);
  assert.equal(text.lineCount, known.lineCount);
  for (let offset = -1; offset <= written.length + 1; offset++) {
    const place = text.positionAt(offset);
    assert.deepEqual(place, known.positionAt(offset), `${offset} of ${JSON.stringify(written)}`);
  }
  for (let line = -1; line <= known.lineCount; line++) {
    assert.equal(text.breakOf(line), known.getEOLCharacters(line));
    for (const character of [-1, 0, 1, 3, 1000])
      assert.equal(text.offsetAt({ line, character }), known.offsetAt({ line, character }));
  }
};

describe('the text of an open log', () => {
  it('has the lines and places of the text that its edits make, whatever its parts', () =>
    fc.assert(
      fc.property(
        anyText,
        fc.array(anyEdit, { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (first, edits, partLength) => {
          let written = first;
          let text = LogText.of(first, partLength);
          same(text, written);
          for (const { part, length, text: inserted } of edits) {
            const start = Math.round(part * written.length);
            const end = Math.min(written.length, start + length);
            written = written.slice(0, start) + inserted + written.slice(end);
            text = text.replaced(start, end, inserted);
            same(text, written);
            assert.equal(text.slice(start, end + 3), written.slice(start, end + 3));
          }
        },
      ),
      { numRuns: process.env.SOAK === undefined ? 200 : 20_000 },
    ));
});
