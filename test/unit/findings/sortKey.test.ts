import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sortKey, sortedPlaces } from '../../../extension/workers/findings/sortKey';

const sorted = (texts: readonly string[]): readonly (string | undefined)[] =>
  sortedPlaces(texts).map((place) => texts[place]);

describe('findings: the order of names', () => {
  it('is as people read: numbers by value, no case, accents only between equals', () => {
    const expected = [
      '7-Zip 9',
      '7-Zip 22.01',
      'DP1',
      'dp2',
      'DP10',
      'eclair',
      'éclair',
      'Echo',
      'Zürich',
      'Ωmega',
    ];
    assert.deepEqual(sorted(expected.toReversed()), [
      '7-Zip 9',
      '7-Zip 22.01',
      'DP1',
      'dp2',
      'DP10',
      'Echo',
      'eclair',
      'éclair',
      'Zürich',
      'Ωmega',
    ]);
  });

  it('puts any two numbers after the same text by their value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n }), fc.bigInt({ min: 0n }), fc.string(), (a, b, text) => {
        fc.pre(!/[0-9]$/.test(text));
        assert.equal(sortKey(`${text}${a}`) < sortKey(`${text}${b}`), a < b);
      }),
    );
  });

  it('is one order: the same whatever order the names came in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 8 }), { selector: sortKey }),
        (texts) => {
          assert.deepEqual(sorted(texts.toReversed()), sorted(texts));
        },
      ),
    );
  });
});
