import assert from 'node:assert/strict';
import type { AnalysedRecord } from '../../../extension/core/logs/analyse/analysedRecord';
import { ofComponents, type Analyser } from '../../../extension/core/logs/analyse/analyser';
import { LineRules } from '../../../extension/core/logs/analyse/lineRules';
import { analysed } from '../../support/logs/analysed';

/** Adds up the numbers of `add N`. */
const sums: Analyser<readonly number[]> = {
  id: 'sums',
  title: 'Sums',
  reach: 'log',
  takes: ofComponents('adder'),
  begin: () => {
    const found: number[] = [];
    const rules = new LineRules().on('add {n:int}', ({ n }) => found.push(n)).know('rest');
    return { step: (record: AnalysedRecord) => rules.step(record), end: () => [...found] };
  },
  report: () => ({ findings: [], sections: [], traces: [] }),
};

const line = (message: string, component = 'ADDER'): string =>
  `${message}  $$<${component}><05-09-2023 06:26:25.828-60><thread=2212 (0x8A4)>`;

const fileOf = (file: string, lines: readonly string[]) => ({ file, bytes: Buffer.from(lines.join('\r\n')) });

describe('the analysis of logs', () => {
  it('goes on from a rolled-over log to the next one, and keeps logs of other names and folders apart', () => {
    const files = [
      fileOf('a/x.lo_', [line('~add 1')]),
      fileOf('a/x.log', [line('add 2~')]),
      fileOf('b/x.log', [line('add 3')]),
      fileOf('b/y.log', [line('add 4')]),
    ];
    const found = analysed([sums], files).map(({ log, files: read, facts }) => [log, read.length, facts]);
    assert.deepEqual(found, [
      ['a/x.log', 2, [1, 2]],
      ['b/x.log', 1, [3]],
      ['b/y.log', 1, [4]],
    ]);
  });

  it('says which lines it did not know, by what they have in common', () => {
    const lines = ['add 1', 'rest', 'add up', 'Retry in 30 minutes', 'Retry in 60 minutes'];
    const [found] = analysed(
      [sums],
      [
        fileOf(
          'x.log',
          lines.map((text) => line(text)),
        ),
      ],
    );
    assert.deepEqual([found?.known, found?.notKnown.count], [2, 3]);
    assert.deepEqual(
      found?.notKnown.samples.map(({ shape, count, first }) => [shape, count, first.line]),
      [
        ['Retry in # minutes', 2, 4],
        ['add up', 1, 3],
      ],
    );
  });

  it('concludes nothing from torn records, lines without a component and other components', () => {
    const ccm =
      '<![LOG[add 5]LOG]!><time="15:30:09.905-480" date="05-09-2023" component="adder" type="1" thread="7">';
    const lines = [ccm, ccm.slice(9), 'add 7', line('add 8', 'OTHER'), line('add 9')];
    const [found] = analysed([sums], [fileOf('x.log', lines)]);
    assert.deepEqual(
      [found?.facts, found?.known, found?.notKnown],
      [[5, 9], 2, { count: 0, torn: 1, samples: [] }],
    );
  });
});
