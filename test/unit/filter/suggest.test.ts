import assert from 'node:assert/strict';
import { findingFields } from '../../../extension/core/filter/findingFields';
import { suggest } from '../../../extension/core/filter/suggest';

const dps = ['DP1.corp.example', 'DP10.corp.example', 'Lab DP'];

/** What the text becomes when each suggestion is taken; `|` marks the caret. */
const completions = (marked: string): readonly string[] => {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  return suggest(text, caret, findingFields, (field) => (field === 'dp' ? dps : [])).map(
    (one) => text.slice(0, one.start) + one.text + text.slice(caret),
  );
};

describe('filter language: suggestions', () => {
  it('offers every field on an empty box and the fitting ones while typing', () => {
    assert.equal(completions('|').length, findingFields.length);
    assert.deepEqual(completions('office si|'), ['office size>', 'office site:', 'office since<']);
    assert.deepEqual(completions('-(st|'), ['-(state:']);
  });

  it('offers the values of a field, those that start with the text first', () => {
    assert.deepEqual(completions('state:mis|').slice(0, 2), ['state:missing', 'state:filesMissing']);
    assert.deepEqual(completions('state:missing,corr|'), ['state:missing,corrupt']);
    assert.deepEqual(completions('repair:|'), ['repair:yes', 'repair:ask', 'repair:no']);
  });

  it('puts names that need it in quotation marks, also while one is open', () => {
    assert.deepEqual(completions('dp:lab|'), ['dp:"Lab DP"']);
    assert.deepEqual(completions('dp:"lab d|'), ['dp:"Lab DP"']);
    assert.deepEqual(completions('dp="Lab DP",dp10|'), ['dp="Lab DP",DP10.corp.example']);
  });

  it('offers examples of sizes and times, and what is not known', () => {
    assert.deepEqual(completions('size>|'), ['size>100MB', 'size>1GB', 'size>10GB']);
    assert.deepEqual(completions('size:|'), ['size:unknown']);
    assert.deepEqual(completions('since<|'), ['since<1d', 'since<7d', 'since<30d']);
    assert.deepEqual(completions('last>3|'), ['last>30d']);
    assert.deepEqual(completions('last:|'), ['last:unknown']);
  });

  it('offers nothing inside a quoted search or after an unknown field', () => {
    assert.deepEqual(completions('"state|'), []);
    assert.deepEqual(completions('foo:s|'), []);
  });
});
