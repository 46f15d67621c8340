import assert from 'node:assert/strict';
import { readLog } from '../../support/logs/readLog';

const end =
  ']LOG]!><time="15:30:09.905-480" date="05-09-2023" component="c" context="" type="1" thread="1" file="a:1">';
const whole = (message: string): string => `<![LOG[${message}${end}`;

const told = (log: string | Uint8Array): readonly unknown[] =>
  readLog(log).map(({ message, line, endLine, torn }) => [message, line, endLine, torn]);

describe('records over several lines', () => {
  it('keep every kind of line break, and lines are those of the editor', () =>
    assert.deepEqual(told(`${whole('a\r\nb\nc\rd')}\r\n${whole('e')}\n${whole('f')}\r\n`), [
      ['a\r\nb\nc\rd', 1, 4, false],
      ['e', 5, 5, false],
      ['f', 6, 6, false],
    ]));

  it('may have blanks behind them', () =>
    assert.deepEqual(told('a \r\n \r\nb\t\r\n\r\nc'), [
      ['a', 1, 1, false],
      ['b', 3, 3, false],
      ['c', 5, 5, false],
    ]));

  it('may end one line and begin the next record in it', () =>
    assert.deepEqual(told(`${whole('a')}${whole('b\nc')} \r\n\r\nd`), [
      ['a', 1, 1, false],
      ['b\nc', 1, 2, false],
      ['d', 4, 4, false],
    ]));
});

describe('records that another process wrote over', () => {
  it('without an end stop before the next one, and their time is unknown', () => {
    const log = `<![LOG[cut off\r\nin writing\r\n${whole('next')}\r\n<![LOG[the last`;
    assert.deepEqual(told(log), [
      ['cut off\r\nin writing', 1, 2, true],
      ['next', 3, 3, false],
      ['the last', 4, 4, true],
    ]);
    assert.equal(readLog(log)[0]?.time, null);
  });

  it('without an end stop before a line of a server', () => {
    const server = 'Sleep 3600 seconds...  $$<SMS_X><05-09-2023 08:14:02.940-120><thread=2624 (0xA40)>';
    assert.deepEqual(told(`<![LOG[cut\r\noff\r\n${server}\r\n${server}\r\n${whole('next')}`), [
      ['cut\r\noff', 1, 2, true],
      ['Sleep 3600 seconds...', 3, 3, false],
      ['Sleep 3600 seconds...', 4, 4, false],
      ['next', 5, 5, false],
    ]);
  });

  it('without a head are what is left of them', () => {
    const log = `${whole('a')}\r\nrest of b${end}\r\nplain words\r\n${whole('c')}`;
    assert.deepEqual(told(log), [
      ['a', 1, 1, false],
      ['rest of b', 2, 2, true],
      ['plain words', 3, 3, false],
      ['c', 4, 4, false],
    ]);
    assert.deepEqual(
      readLog(log).map(({ time, component }) => [time, component]),
      [
        ['2023-05-09T15:30:09.905', 'c'],
        ['2023-05-09T15:30:09.905', 'c'],
        ['2023-05-09T15:30:09.905', null],
        ['2023-05-09T15:30:09.905', 'c'],
      ],
    );
  });

  it('without the end of their attributes are marked', () =>
    assert.deepEqual(told('<![LOG[a]LOG]!><time="15:30\r\n<![LOG[b]LOG]!>'), [
      ['a', 1, 1, true],
      ['b', 2, 2, true],
    ]));

  it('leave NULs behind', () => assert.deepEqual(told(`\0\0\0${whole('a')}\r\n\0${whole('b')}`).length, 2));
});

describe('encodings', () => {
  const texts = (log: Uint8Array): readonly string[] => readLog(log).map(({ message }) => message);
  const lines = `${whole('Größe ändern')}\r\n${whole('下载 上海\r\n完成')}\r\n${whole('plain')}\r\n`;

  it('may be UTF-8 with a mark before each line', () =>
    assert.deepEqual(texts(Buffer.from(`\ufeff${lines.replaceAll('\n<', '\n\ufeff<')}`)), [
      'Größe ändern',
      '下载 上海\r\n完成',
      'plain',
    ]));

  it('may be ANSI', () =>
    assert.deepEqual(texts(Buffer.from(`${whole('Größe €').replace('€', '\x80')}\r\n`, 'latin1')), [
      'Größe €',
    ]));

  for (const [name, mark] of [
    ['without', ''],
    ['with', '\ufeff'],
  ] as const)
    it(`may be UTF-16 ${name} a mark, and offsets are those of the file`, () => {
      for (const swap of [false, true]) {
        const log = Buffer.from(mark + lines, 'utf16le');
        if (swap) log.swap16();
        const records = readLog(log);
        assert.deepEqual(
          records.map(({ message }) => message),
          ['Größe ändern', '下载 上海\r\n完成', 'plain'],
        );
        for (const { offset, length } of records) {
          const part = Buffer.from(log.subarray(offset, offset + length));
          if (swap) part.swap16();
          assert.match(part.toString('utf16le'), /^<!\[LOG\[[^]*">$/);
        }
      }
    });

  it('may change from line to line', () => {
    const [one, two] = [
      Buffer.from(`${whole('ansi text')}\r\n`),
      Buffer.from(`${whole('wide ü text')}\r\n`, 'utf16le'),
    ];
    const records = readLog(Buffer.concat([one, two, two, one, one, two]));
    assert.deepEqual(
      records.map(({ message, line }) => [message, line]),
      [
        ['ansi text', 1],
        ['wide ü text', 2],
        ['wide ü text', 3],
        ['ansi text', 4],
        ['ansi text', 5],
        ['wide ü text', 6],
      ],
    );
  });

  it('may change wherever the bytes are cut', () => {
    const log = Buffer.concat([Buffer.from('wide\n', 'utf16le'), Buffer.from('a long line of ANSI text\n')]);
    for (let cut = 0; cut <= log.length; cut++)
      assert.deepEqual(
        readLog(log, [cut]).map(({ message }) => message),
        ['wide', 'a long line of ANSI text'],
        `cut at ${cut}`,
      );
  });
});
