import assert from 'node:assert/strict';
import { LogIndex } from '../../extension/core/logs/index/logIndex';
import { LogScanner } from '../../extension/core/logs/scan/logScanner';
import { platform, readLog } from '../support/logs/readLog';

const megabyte = 2 ** 20;
const soak = process.env.SOAK !== undefined;
const longLine = (soak ? 200 : 5) * megabyte;
const shapeBytes = soak ? 4 * megabyte : megabyte / 2;

/** Milliseconds of the processor. */
const taken = (task: () => void): number => {
  const before = process.cpuUsage();
  task();
  return process.cpuUsage(before).user / 1000;
};

/** Pieces as they come from a file that is being written. */
const index = (log: Buffer, piece: number): LogIndex => {
  const found = new LogIndex();
  const scanner = new LogScanner(platform, found.add);
  for (let at = 0; at < log.length; at += piece) scanner.push(log.subarray(at, at + piece));
  scanner.end();
  return found;
};

describe('a log of any shape takes linear time', function () {
  this.timeout(600_000);

  const shapes: Readonly<Record<string, string>> = {
    'one long line': 'x',
    'a record without an end': '<![LOG[x\r\n',
    'openers alone': '<![LOG[',
    'closers alone': ']LOG]!>',
    'closers with attributes that have no end': ']LOG]!><a="x>',
    'closers with quotes that have no end': ']LOG]!><time="15:30:09.905-480" date="x y="',
    'closers with lone CRs': ']LOG]!>\r',
    'openers with lone CRs': '\r<![LOG[x',
    'quoted openers': 'x<![LOG[y]LOG]!>',
    'ends of trailers': '><thread=1>',
    'words of trouble': 'errorerror: 0 ',
    brackets: ']]]]]]]]',
    blanks: 'x]LOG]!>        ',
    'columns of IIS': '#Fields: time \n',
    NULs: '\0\0\0\0x',
    'UTF-16 and ANSI by turns': 'a\0b\0\n\0cdefghijklmnopqrst\n',
    tabs: '\t2/9/2014 7:15:12 PM\t3532 (0x0DCC)',
  };
  for (const [name, part] of Object.entries(shapes))
    it(name, () => {
      const log = Buffer.alloc(shapeBytes, part, 'latin1');
      const run = (bytes: number) => (): void => void index(log.subarray(0, bytes), 65_536);
      run(shapeBytes / 4)();
      const once = taken(run(shapeBytes / 4));
      // Four times the bytes take four times as long; the square would take sixteen times, each time.
      const limit = Math.max(10 * once, 400);
      let least = Infinity;
      for (let tries = 0; tries < 4 && least >= limit; tries++)
        least = Math.min(least, taken(run(shapeBytes)));
      assert.ok(least < limit, `${least} ms, ${once} ms for a quarter`);
    });

  it('whose line is cut in pieces that fit in memory', () => {
    const log = Buffer.alloc(longLine, 'größe ');
    const records = soak ? undefined : readLog(log);
    const found = index(log, megabyte);
    assert.ok(found.length >= longLine / 2 ** 24);
    let end = 0;
    for (let number = 0; number < found.length; number++) {
      const record = found.at(number);
      assert.ok(record !== undefined && record.offset - end <= 1 && record.length <= 2 ** 24);
      assert.equal(record.line, 1);
      end = record.offset + record.length;
    }
    assert.ok(longLine - end <= 8);
    if (records !== undefined)
      assert.equal(records.map(({ message }) => message).join(''), log.toString().trimEnd());
  });
});
