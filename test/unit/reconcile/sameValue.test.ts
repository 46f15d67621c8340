import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { sameValue } from '../../../extension/core/reconcile/sameValue';

describe('values of plain data', () => {
  it('are the same when all that they say is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (one, other) => {
        assert.ok(sameValue(one, structuredClone(one)));
        // -0 is no 0 to either.
        assert.equal(sameValue(one, other), isDeepStrictEqual(one, other));
      }),
    );
  });

  it('differ by a field that is only there in one, by the order of a list, and by what is a list', () => {
    assert.equal(sameValue({ a: 1, b: undefined }, { a: 1, c: undefined }), false);
    assert.equal(sameValue([1, 2], [2, 1]), false);
    assert.equal(sameValue([], {}), false);
  });
});
