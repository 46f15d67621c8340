import assert from 'node:assert/strict';
import { errorFrom } from '../../extension/server/errors';
import { timeGaps } from '../../extension/server/gaps';
import { selectionRanges } from '../../extension/server/selection';
import { logOf, never, openLogs, type Said } from '../support/logs/openLogs';

describe('hints of time gaps', () => {
  const hintsOf = (records: readonly Said[], timeGap = 60, from = 0): readonly string[] => {
    const { logs, log } = openLogs({ 'a.log': logOf(...records) }, { timeGap });
    const range = { start: { line: from, character: 0 }, end: { line: 1000, character: 0 } };
    return timeGaps(log('a.log'), range, logs).map(
      ({ position, label }) => `${position.line}: ${typeof label === 'string' ? label : ''}`,
    );
  };
  const at = (...seconds: readonly number[]): readonly Said[] =>
    seconds.map((each) => ({ message: 'm', at: each }));

  it('stand before what was written long after, in two units', () =>
    assert.deepEqual(hintsOf(at(0, 59, 119, 119 + 7500, 7619 + 90_000)), [
      '2: 1 min later',
      '3: 2 h 5 min later',
      '4: 1 d 1 h later',
    ]));

  it('tell of a clock that was put back', () => assert.deepEqual(hintsOf(at(7200, 3600)), ['1: back 1 h']));

  it('are worked out for what is seen, with the record above it', () =>
    assert.deepEqual(hintsOf(at(0, 100, 200, 300), 60, 3), ['3: 1 min 40 s later']));

  it('can be switched off', () => assert.deepEqual(hintsOf(at(0, 7200), 0), []));
});

describe('errors of a log', () => {
  const { log } = openLogs({
    'a.log': logOf(
      'one',
      { message: 'two\r\nlines', type: 3 },
      'three',
      { message: 'four', type: 3 },
      'five',
    ),
    'b.log': logOf('one', 'two'),
  });

  it('are found behind a line and before it, around the ends too', () => {
    const ways = [0, 1, 2, 4, 5].map((line) => [
      errorFrom(log('a.log'), line, false),
      errorFrom(log('a.log'), line, true),
    ]);
    const [two, four] = [1, 4];
    assert.deepEqual(
      ways.map((way) =>
        way.map((found) => `${found?.line ?? ''}${found?.isAround === true ? ' around' : ''}`),
      ),
      [
        [`${two}`, `${four} around`],
        [`${four}`, `${four} around`],
        [`${four}`, `${two}`],
        [`${two} around`, `${two}`],
        [`${two} around`, `${four}`],
      ],
    );
  });

  it('are none in a log without', () => assert.equal(errorFrom(log('b.log'), 0, false), null));
});

describe('selections in a log', () => {
  it('grow from the word to the message, the record, the run and the log', async () => {
    const of = (thread: number, message: string): Said => ({ thread, message });
    const text = logOf(
      of(1, 'first'),
      of(2, 'Processing package CS100026'),
      of(2, 'second line'),
      of(1, 'last'),
    );
    const { logs, log } = openLogs({ 'a.log': text });
    const document = log('a.log');
    let [range] = await selectionRanges(document, [document.positionAt(text.indexOf('100026'))], logs, never);
    const texts: string[] = [];
    for (; range !== undefined; range = range.parent) texts.push(document.getText(range.range));
    const lines = text.split('\r\n');
    assert.deepEqual(texts, [
      'CS100026',
      'Processing package CS100026',
      lines[1],
      lines.slice(1, 3).join('\r\n'),
      text,
    ]);
  });

  it('are the place itself in an empty log', async () => {
    const { logs, log } = openLogs({ 'a.log': '' });
    const start = { line: 0, character: 0 };
    assert.deepEqual(await selectionRanges(log('a.log'), [start], logs, never), [
      { range: { start, end: start } },
    ]);
  });
});
