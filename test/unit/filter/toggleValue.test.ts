import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingFields } from '../../../extension/core/filter/findingFields';
import { parseFilter } from '../../../extension/core/filter/parse';
import { printFilter } from '../../../extension/core/filter/print';
import { listedValues, toggleValue, withoutField } from '../../../extension/core/filter/toggleValue';
import { arbitraryFilter, awkwardText, fields } from './arbitraryFilter';

const verdictNames = ['missing', 'corrupt', 'stale'];
const parse = (text: string) => parseFilter(text, findingFields);
const toggled = (text: string, value: string, siblings: readonly string[] = verdictNames): string =>
  printFilter(toggleValue(parse(text), { name: 'state', kind: 'choice' }, value, siblings));

describe('filter language: a click on a facet', () => {
  it('adds the field, then another value, then takes them away again', () => {
    assert.equal(toggled('', 'missing'), 'state:missing');
    assert.equal(toggled('office state:missing', 'corrupt'), 'office state:missing,corrupt');
    assert.equal(toggled('office state:missing,corrupt', 'missing'), 'office state:corrupt');
    assert.equal(toggled('office state:corrupt', 'corrupt'), 'office');
  });

  it('narrows a class to the verdict that was clicked', () => {
    assert.equal(toggled('state:problems office', 'missing'), 'office state:missing');
    assert.equal(toggled('state:missing', 'problems', ['problems', 'running']), 'state:problems');
  });

  it('asks a text field exactly, so that DP1 does not bring DP10', () => {
    const dp = { name: 'dp', kind: 'text' } as const;
    assert.equal(printFilter(toggleValue(parse('dp:dp1'), dp, 'DP1', ['DP1', 'DP10'])), 'dp=DP1');
  });

  it('comes back to where it was when the same value is clicked twice', () => {
    fc.assert(
      fc.property(arbitraryFilter, awkwardText, (filter, value) => {
        const others = withoutField(filter, 'dp');
        const once = toggleValue(others, { name: 'dp', kind: 'text' }, value, [value]);
        assert.deepEqual(parseFilter(printFilter(once), fields), once);
        assert.deepEqual(listedValues(once, 'dp'), [value]);
        assert.deepEqual(toggleValue(once, { name: 'dp', kind: 'text' }, value, [value]), others);
      }),
    );
  });
});
