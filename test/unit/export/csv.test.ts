import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvCell, csvWriter } from '../../../extension/core/export/csv';
import { anyRow, awkward } from './anyRow';

/** The records of a text by RFC 4180. */
const records = (text: string): readonly (readonly string[])[] => {
  const all: string[][] = [];
  let record: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    assert.ok(match !== null, `a cell at ${cell.lastIndex}`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    all.push(record);
    record = [];
  }
  return all;
};

const sign = '[=+\\-@\uff1d\uff0b\uff0d\uff20]';
/** What the page on the format says: the apostrophe before a formula is not part of the text. */
const unmarked = (cell: string): string => {
  const start = new RegExp(`^'('*(?:[\\t\\r\\n]|[\\s\\p{Cc}\\p{Cf}]*${sign}))`, 'u');
  const inner = new RegExp(`([;\\t\\r\\n])'('*[^\\S\\t\\r\\n]*${sign})`, 'gu');
  return cell.replace(start, '$1').replaceAll(inner, '$1$2');
};

const read = (cell: string): string => records(`${cell},`)[0]?.[0] ?? records(`${cell}\r\n`)[0]?.[0] ?? '';

describe('an export as CSV', () => {
  it('never begins a cell like a formula, also where semicolons separate', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        for (const part of read(csvCell(text)).split(';'))
          assert.doesNotMatch(part, new RegExp(`^[\\s\\p{Cc}\\p{Cf}]*${sign}`, 'u'));
        assert.doesNotMatch(read(csvCell(text)), /^[\t\r\n]/);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives every text back that was put in', () => {
    fc.assert(
      fc.property(awkward, (text) => assert.equal(unmarked(read(csvCell(text))), text)),
      { numRuns: 1000 },
    );
  });

  it('has a line a row with a cell a column, whatever the row holds', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 3 }), (rows) => {
        const { head, row, foot } = csvWriter();
        const [names = [], ...lines] = records(head + rows.map(row).join('') + foot(rows.length));
        assert.equal(lines.length, rows.length);
        for (const [at, line] of lines.entries()) {
          assert.equal(line.length, names.length);
          const cell = (name: string): string => line[names.indexOf(name)] ?? '';
          assert.equal(unmarked(cell('packageName')), rows[at]?.packageName);
          assert.equal(cell('needsRepair'), String(rows[at]?.needsRepair));
          assert.equal(cell('sizeKb'), String(rows[at]?.sizeKb ?? ''));
          assert.equal(cell('since'), rows[at]?.since ?? '');
        }
      }),
    );
  });

  it('keeps quotes, commas and line breaks of a name', () =>
    assert.equal(csvCell('Tools, "x64"\r\nand more'), '"Tools, ""x64""\r\nand more"'));

  it('leaves numbers as numbers', () => assert.equal(csvCell(-5), '-5'));
});
