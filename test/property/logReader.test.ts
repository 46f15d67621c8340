import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LogReader } from '../../extension/core/logs/logReader';
import { Draw } from '../support/logs/draw';
import { fuzzLog } from '../support/logs/fuzzLog';
import { generateRecords } from '../support/logs/generateRecords';
import { indexLog, platform, readLog } from '../support/logs/readLog';
import { writeLog } from '../support/logs/writeLog';

const soak = process.env.SOAK !== undefined;
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const biases = [0, -60, -120, -480, -780, 240, 360, 480] as const;

const generated = fc.record({
  seed,
  form: fc.constantFrom('ccm' as const, 'server' as const),
  bias: fc.constantFrom(...biases),
  torn: fc.constantFrom(0, 0.1),
  lineEnd: fc.constantFrom('\r\n' as const, '\n' as const),
  mark: fc.boolean(),
});

const written = generated.map((options) => writeLog(generateRecords(8, options.seed).records, options).bytes);

/** Characters that the forms are made of. */
const meaning = Array.from('"<>]![$ =~:.-+019\r\n\t');

/** Nearly what ConfigMgr writes: bytes of it are others, as a rule such as mean something. */
const damaged = fc.tuple(written, fc.integer({ min: 1, max: 40 }), seed).map(([log, changes, value]) => {
  const draw = new Draw(value);
  const copy = Buffer.from(log);
  for (let change = 0; change < changes; change++)
    copy.write(draw.pick(meaning), draw.int(0, copy.length - 1));
  return copy;
});

/** Any log: generated, torn or not, damaged, or fuzzed. */
const anyLog = fc.oneof(
  written,
  damaged,
  seed.map((value) => fuzzLog(new Draw(value), 30)),
  fc.uint8Array({ maxLength: 300 }),
);

const cutsOf = (log: Uint8Array): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.integer({ min: 0, max: log.length }), { maxLength: 12 });

const logAndCuts = anyLog.chain((log) => fc.tuple(fc.constant(log), cutsOf(log)));

describe('the reader of logs', () => {
  it('finds what was written, torn records too', () =>
    fc.assert(
      fc.property(generated, (options) => {
        const { bytes, records } = writeLog(generateRecords(8, options.seed).records, options);
        const expected = records.map(({ at, message, component, thread, type, source, spoken, fate }) => {
          const known = fate === 'truncated' ? undefined : { component, thread };
          const severity =
            options.form === 'server' ? spoken : (['none', 'info', 'warning', 'error'] as const)[type];
          return {
            message,
            torn: fate !== 'whole',
            component: known?.component ?? null,
            thread: known?.thread ?? null,
            source: known === undefined || options.form === 'server' ? null : source,
            utc: known === undefined ? null : new Date(at).toISOString(),
            severity: known === undefined ? undefined : severity,
          };
        });
        const found = readLog(bytes).map(({ message, torn, component, thread, source, utc, severity }) => {
          const isTruncated = torn && component === null;
          return {
            message: torn ? message.trim() : message,
            torn,
            component,
            thread,
            source,
            utc,
            severity: isTruncated ? undefined : severity,
          };
        });
        assert.deepEqual(found, expected);
      }),
      { numRuns: soak ? 3000 : 100 },
    ));

  it('finds the same however the bytes are cut', () =>
    fc.assert(
      fc.property(logAndCuts, ([log, cuts]) => {
        assert.deepEqual(readLog(log, cuts), readLog(log));
      }),
      { numRuns: soak ? 10_000 : 400 },
    ));

  it('shows at any time what it would find if nothing followed, and goes on', () =>
    fc.assert(
      fc.property(anyLog, fc.double({ min: 0, max: 1, noNaN: true }), (log, part) => {
        const cut = Math.floor(log.length * part);
        const reader = new LogReader(platform);
        const settled = [...reader.push(log.subarray(0, cut))];
        assert.deepEqual([...settled, ...reader.pending()], readLog(log.subarray(0, cut)));
        const { place } = reader;
        settled.push(...reader.push(log.subarray(cut)), ...reader.end());
        assert.deepEqual(settled, readLog(log));

        const other = new LogReader(platform, 'auto', place);
        const again = [...other.push(log.subarray(place.offset)), ...other.end()];
        assert.deepEqual(again, settled.slice(settled.length - again.length));
      }),
      { numRuns: soak ? 5000 : 200 },
    ));

  it('reads what ConfigMgr writes most on a fast path, as all else', () =>
    fc.assert(
      fc.property(anyLog, (log) => {
        const text = Buffer.from(log).toString('latin1');
        fc.pre(!/[\0\xff\xfe]/.test(text));
        // The fast path reads no record that a blank follows.
        const blanks = Buffer.from(text.replaceAll(/>(\r?\n)/g, '> $1'), 'latin1');
        const told = (bytes: Uint8Array): readonly object[] =>
          readLog(bytes).map((record) => ({
            ...record,
            offset: 0,
            length: 0,
            message: record.message.replaceAll(/> (\r?\n)/g, '>$1'),
          }));
        assert.deepEqual(told(blanks), told(log));
      }),
      { numRuns: soak ? 10_000 : 200 },
    ));

  it('leaves out nothing but blanks, breaks and marks, and counts lines as the editor does', () =>
    fc.assert(
      fc.property(anyLog, (log) => {
        const text = Buffer.from(log);
        // Bytes tell lines only where every character takes one.
        fc.pre(!text.includes(0) && !text.includes(0xff) && !text.includes(0xfe));
        let end = 0;
        for (const record of readLog(log)) {
          assert.match(
            text.subarray(end, record.offset).toString('latin1'),
            /^[\0- ]*(?:\xef\xbb\xbf[\0- ]*)*$/,
          );
          const line = (to: number): number =>
            (text
              .subarray(0, to)
              .toString('latin1')
              .match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
          assert.deepEqual(
            [record.line, record.endLine],
            [line(record.offset), line(record.offset + record.length)],
          );
          end = record.offset + record.length;
        }
        assert.match(text.subarray(end).toString('latin1'), /^[\0- \xef\xbb\xbf]*$/);
      }),
      { numRuns: soak ? 5000 : 200 },
    ));
});

describe('the index of a log', () => {
  it('knows of each record what the reader reads', () =>
    fc.assert(
      fc.property(anyLog, (log) => {
        const index = indexLog(log);
        const records = readLog(log);
        assert.equal(index.length, records.length);
        const indexed = records.map((_, number) => index.at(number));
        const expected = records.map(
          ({ offset, length, line, endLine, utc, time, severity, format, torn, component, thread }) => {
            const ms = (text: string | null): number =>
              text === null ? NaN : Date.parse(text.replace(/Z?$/, 'Z'));
            const known = utc === null ? ms(time) : ms(utc);
            return {
              offset,
              length,
              line,
              endLine,
              utc: ms(utc),
              time: known,
              severity,
              format,
              torn,
              component,
              thread,
            };
          },
        );
        // A hexadecimal thread is kept as it is written.
        const plain = indexed.map((one, number) =>
          typeof one?.thread === 'string' && typeof records[number]?.thread === 'number'
            ? { ...one, thread: Number.parseInt(one.thread, 16) }
            : one,
        );
        assert.deepEqual(plain, expected);
      }),
      { numRuns: soak ? 5000 : 300 },
    ));
});
