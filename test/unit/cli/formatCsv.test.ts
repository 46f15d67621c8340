import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvCell } from '../../../extension/cli/formatCsv';

/** What a reader of RFC 4180 gets back from one cell. */
const read = (cell: string): string =>
  cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;

describe('a CSV cell', () => {
  it('never begins like a formula', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '\r\n=', '');
    fc.assert(
      fc.property(start, fc.string(), (first, rest) =>
        assert.doesNotMatch(read(csvCell(first + rest)), /^\s*[=+\-@]/u),
      ),
    );
  });

  it('keeps quotes, commas and line breaks of a name', () => {
    const name = 'Tools, "x64"\r\nand more';
    assert.equal(csvCell(name), '"Tools, ""x64""\r\nand more"');
    assert.equal(read(csvCell(name)), name);
  });

  it('leaves numbers as numbers', () => assert.equal(csvCell(-5), '-5'));
});
