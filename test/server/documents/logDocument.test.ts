import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LogRecords } from '../../../extension/server/documents/logRecords';
import { recordNumber, type DocumentRecord } from '../../../extension/server/documents/documentRecord';
import { logDocuments } from '../../../extension/server/documents/logDocument';
import { Draw } from '../../support/logs/draw';
import { fuzzLog } from '../../support/logs/fuzzLog';
import { generateRecords } from '../../support/logs/generateRecords';
import { bytesOf, readLog } from '../../support/logs/readLog';
import { writeLog } from '../../support/logs/writeLog';

const soak = process.env.SOAK !== undefined;
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const generated = fc
  .tuple(seed, fc.constantFrom('ccm' as const, 'server' as const), fc.constantFrom(0, 0.2))
  .map(([value, form, torn]) =>
    writeLog(generateRecords(6, value).records, { form, bias: -60, torn }).bytes.toString(),
  );

/** Logs of every kind, as an editor shows them. */
const anyText = fc.oneof(
  generated,
  seed.map((value) => fuzzLog(new Draw(value), 40).toString('utf8')),
  fc.tuple(generated, generated).map((two) => two.join('')),
);

/** A place in the text, as a part of its length, how much is replaced, and by what. */
const anyEdit = fc.record({
  part: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 600 })),
  text: fc.oneof(
    fc.constantFrom('', 'x', '\n', '\r', '\r\n', ']LOG]!>', '<![LOG[', '\r<![LOG[', '\0'),
    anyText,
  ),
});

const allOf = (records: LogRecords): readonly (DocumentRecord | undefined)[] =>
  Array.from({ length: records.count }, (_, index) => recordNumber(records, index));

describe('the records of an open log', () => {
  it('are after any edits those of the text read anew', () =>
    fc.assert(
      fc.property(
        anyText,
        fc.array(anyEdit, { maxLength: 8 }),
        fc.integer({ min: 1, max: 6 }),
        (text, edits, size) => {
          const records = new LogRecords(text, size);
          let now = text;
          for (const { part, length, text: inserted } of edits) {
            const start = Math.round(part * now.length);
            const oldEnd = Math.min(now.length, start + length);
            now = now.slice(0, start) + inserted + now.slice(oldEnd);
            records.edit(now, { start, oldEnd, newEnd: start + inserted.length });
            assert.deepEqual(allOf(records), allOf(new LogRecords(now, size)));
          }
        },
      ),
      { numRuns: soak ? 20_000 : 80 },
    ));

  it('are those that the reader finds in the file', () =>
    fc.assert(
      fc.property(generated, fc.boolean(), (log, withMarks) => {
        const text = withMarks ? `\ufeff${log.replaceAll('Sending', 'Süß 下载 😀')}` : log;
        const document = logDocuments.create('file:///a.log', 'cmtrace', 1, text);
        const found = allOf(document.records).map((record) => {
          assert.ok(record !== undefined);
          const { line, endLine, severity, format, torn, component, thread, utc } = record;
          const message = document.slice(record.messageStart, record.messageEnd);
          assert.equal(document.positionAt(record.start).line, line);
          assert.equal(document.positionAt(record.end).line, endLine);
          const offset = Buffer.byteLength(document.slice(0, record.start));
          return [
            offset,
            line + 1,
            endLine + 1,
            severity,
            format,
            torn,
            component,
            thread?.text,
            message,
            utc,
          ];
        });
        const read = readLog(bytesOf(text)).map((record) => [
          record.offset,
          record.line,
          record.endLine,
          record.severity,
          record.format,
          record.torn,
          record.component ?? undefined,
          record.thread === null ? undefined : String(record.thread),
          record.message,
          record.utc === null ? NaN : Date.parse(record.utc),
        ]);
        assert.deepEqual(found, read);
      }),
      { numRuns: soak ? 2000 : 40 },
    ));
});

describe('an open log', () => {
  it('takes edits as the editor sends them, many before its records are asked for', () =>
    fc.assert(
      fc.property(generated, fc.array(anyEdit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        const document = logDocuments.create('file:///a.log', 'cmtrace', 1, text);
        assert.ok(document.records.count > 0);
        for (const { part, length, text: inserted } of edits) {
          const start = Math.round(part * document.getText().length);
          const range = document.rangeOf(start, start + length);
          logDocuments.update(document, [{ range, text: inserted }], document.version + 1);
        }
        const anew = logDocuments.create('file:///a.log', 'cmtrace', 1, document.getText());
        assert.equal(document.lineCount, anew.lineCount);
        assert.deepEqual(allOf(document.records), allOf(anew.records));
      }),
      { numRuns: soak ? 5000 : 50 },
    ));

  it('is read in turns, with the edits that come meanwhile', async () => {
    const { records } = generateRecords(300, 9);
    const text = writeLog(records, { form: 'ccm', bias: -60, torn: 0 }).bytes.toString().repeat(4);
    assert.ok(text.length > 1_000_000);
    const document = logDocuments.create('file:///a.log', 'cmtrace', 1, text);
    const read = document.read();
    let turns = 0;
    const others = setInterval(() => {
      turns++;
      const range = document.rangeOf(turns * 1000, turns * 1000 + 3);
      logDocuments.update(document, [{ range, text: 'error' }], 1 + turns);
    });
    await read;
    clearInterval(others);
    assert.ok(turns > 0, 'nothing else had its turn');
    const anew = logDocuments.create('file:///a.log', 'cmtrace', 1, document.getText());
    assert.deepEqual(allOf(document.records), allOf(anew.records));
  });

  it('tells UTC as the settings say', () => {
    const document = logDocuments.create(
      'file:///a.log',
      'cmtrace',
      1,
      'x  $$<C><05-09-2023 15:30:00.000+60><thread=1>',
    );
    const utcs = (['native', 'offset', 'ignore'] as const).map((bias) => {
      document.readAs(bias);
      return document.record(0)?.utc;
    });
    assert.deepEqual(utcs, [Date.UTC(2023, 4, 9, 16, 30), Date.UTC(2023, 4, 9, 14, 30), NaN]);
  });

  it('finds the record of a place, and none before the first one', () => {
    const text = '\r\n\r\nfirst\r\nsecond';
    const document = logDocuments.create('file:///a.log', 'cmtrace', 1, text);
    const found = [0, 3, 4, 9, 10, 11, text.length].map((offset) => document.recordAt(offset)?.index);
    assert.deepEqual(found, [undefined, undefined, 0, 0, 0, 1, 1]);
  });
});
