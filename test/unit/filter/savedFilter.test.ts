import assert from 'node:assert/strict';
import { findingFields } from '../../../extension/core/filter/findingFields';
import { parseFilter } from '../../../extension/core/filter/parse';
import {
  builtInFilters,
  readSaved,
  withoutSaved,
  withSaved,
} from '../../../extension/core/filter/savedFilter';

describe('saved filters', () => {
  for (const { name, filter } of builtInFilters)
    it(`come with one that is understood: ${name}`, () =>
      assert.notEqual(parseFilter(filter, findingFields).kind, 'everything'));

  it('are kept by name, whatever its case, and sorted', () => {
    const saved = [
      { name: 'Labs', filter: 'group:labs' },
      { name: 'branches', filter: 'dp:br' },
      { name: 'LABS', filter: 'group:kiosks' },
    ].reduce(withSaved, []);
    assert.deepEqual(saved, [
      { name: 'branches', filter: 'dp:br' },
      { name: 'LABS', filter: 'group:kiosks' },
    ]);
    assert.deepEqual(withoutSaved(saved, 'labs'), [{ name: 'branches', filter: 'dp:br' }]);
  });

  it('survive whatever another version has stored', () => {
    assert.deepEqual(readSaved(undefined), []);
    assert.deepEqual(readSaved({}), []);
    assert.deepEqual(readSaved([null, 1, { name: 'x' }, { name: 'y', filter: 'z', more: 1 }]), [
      { name: 'y', filter: 'z' },
    ]);
  });
});
