import assert from 'node:assert/strict';
import { parseQueryText } from '../../../extension/queries/queryText';

describe('parseQueryText', () => {
  it('cuts steps, what stands in for them, and results', () => {
    const text = [
      '-- What it is for.',
      '-- step: one',
      'SELECT 1 AS A',
      '',
      '-- step: two',
      '-- A remark.',
      'SELECT 2 AS A',
      '-- otherwise: two',
      'SELECT 3 AS A',
      '-- result: all',
      'SELECT o.A AS A FROM {one} AS o',
    ].join('\r\n');
    assert.deepEqual(parseQueryText(text), {
      steps: [
        { name: 'one', sql: 'SELECT 1 AS A', otherwise: undefined },
        { name: 'two', sql: '-- A remark.\nSELECT 2 AS A', otherwise: 'SELECT 3 AS A' },
      ],
      shared: new Set(),
      results: [{ name: 'all', sql: 'SELECT o.A AS A FROM {one} AS o' }],
    });
  });

  it('takes steps and results over from another text', () => {
    const base =
      '-- step: one\nSELECT 1 AS A\n-- otherwise: one\nSELECT 2 AS A\n-- result: r\nSELECT o.A AS A FROM {one} AS o';
    const { steps, shared, results } = parseQueryText(
      '-- same: one\n-- step: two\nSELECT 3 AS A\n-- same: r',
      base,
    );
    assert.deepEqual(steps, [
      { name: 'one', sql: 'SELECT 1 AS A', otherwise: 'SELECT 2 AS A' },
      { name: 'two', sql: 'SELECT 3 AS A', otherwise: undefined },
    ]);
    assert.deepEqual(results, parseQueryText(base).results);
    assert.deepEqual(shared, new Set(['one', 'r']));
  });

  const refused: readonly (readonly [string, string])[] = [
    ['no result', '-- step: one\nSELECT 1 AS A'],
    ['text before a marker', 'SELECT 1 AS A\n-- result: r\nSELECT 1 AS A'],
    ['an empty section', '-- step: one\n-- result: r\nSELECT 1 AS A'],
    ['a step twice', '-- step: one\nSELECT 1 AS A\n-- step: one\nSELECT 1 AS A\n-- result: r\nSELECT 1 AS A'],
    ['otherwise of no step', '-- otherwise: one\nSELECT 1 AS A\n-- result: r\nSELECT 1 AS A'],
    [
      'otherwise twice',
      '-- step: one\nSELECT 1 AS A\n-- otherwise: one\nSELECT 1 AS A\n-- otherwise: one\nSELECT 1 AS A\n-- result: r\nSELECT 1 AS A',
    ],
    ['what no other text has', '-- same: one\n-- result: r\nSELECT 1 AS A'],
    ['a result named as a step', '-- step: r\nSELECT 1 AS A\n-- result: r\nSELECT 1 AS A'],
  ];
  for (const [what, text] of refused)
    it(`refuses ${what}`, () => {
      assert.throws(() => parseQueryText(text));
    });
});
