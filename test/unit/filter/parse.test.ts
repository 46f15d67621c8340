import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FilterError } from '../../../extension/core/filter/filterError';
import { findingFields } from '../../../extension/core/filter/findingFields';
import { parseFilter } from '../../../extension/core/filter/parse';
import { printFilter } from '../../../extension/core/filter/print';
import { suggest } from '../../../extension/core/filter/suggest';
import { arbitraryFilter, awkwardText, fields } from './arbitraryFilter';

const parse = (text: string) => parseFilter(text, findingFields);

const errorOf = (text: string): FilterError => {
  try {
    parse(text);
  } catch (error) {
    assert.ok(error instanceof FilterError, String(error));
    return error;
  }
  assert.fail(`"${text}" was accepted`);
};

describe('filter language: parsing', () => {
  it('reads back every filter that it prints', () => {
    fc.assert(
      fc.property(arbitraryFilter, (filter) => {
        assert.deepEqual(parseFilter(printFilter(filter), fields), filter);
      }),
    );
  });

  it('answers any text with a filter or a FilterError inside the text, and suggestions never throw', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.oneof(awkwardText, fc.constantFrom('dp', 'state', 'size', '(', ')', '>', '-', ',', '"')))
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(anything, fc.nat(40), (text, caret) => {
        suggest(text, caret, findingFields, () => ['DP1', 'DP "two"']);
        try {
          parse(text);
        } catch (error) {
          assert.ok(error instanceof FilterError, String(error));
          assert.ok(error.start >= 0 && error.start <= error.end && error.end <= text.length);
          assert.ok(error.hint.length > 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('refuses nesting that would exhaust the stack instead of failing', () => {
    for (const hostile of ['('.repeat(50_000), '-'.repeat(50_000) + 'x', 'not '.repeat(50_000) + 'x'])
      assert.match(errorOf(hostile).message, /nested too deeply/);
  });

  it('says where an unknown field stands and which fields there are', () => {
    const error = errorOf('office foo:bar');
    assert.equal(error.problem, 'Unknown field foo.');
    assert.deepEqual([error.start, error.end], [7, 10]);
    assert.match(error.hint, /^Fields are state, dp, group, type, size, package, repair, reason/);
  });

  for (const [text, problem] of [
    ['state:mising', /state has no value "mising"/],
    ['state:', /value is missing after state/],
    ['state:missing,', /value is missing after state/],
    ['size>big', /"big" is not a size/],
    ['size>', /size is missing/],
    ['dp>x', /dp cannot be compared with >/],
    ['(office', /parenthesis is not closed/],
    ['office)', /closing parenthesis has no opening/],
    ['office or', /term is missing/],
    ['or office', /term is missing beside "or"/],
    ['office and', /term is missing/],
    ['not', /term is missing/],
    ['"office', /quotation mark is not closed/],
    [':x', /field name is missing before :/],
    ['a, b', /comma stands outside/],
    ['()', /term is missing/],
  ] as const)
    it(`refuses ${text}`, () => assert.match(errorOf(text).problem, problem));

  for (const [text, same] of [
    ['STATE:Missing', 'state:missing'],
    ['size : > 1 GB', 'size>1GB'],
    ['size<=500KB', 'size<=500kB'],
    ['size>0.5 MiB', 'size>512kB'],
    ['size:20', 'size=20B'],
    ['state = missing , corrupt', 'state:missing,corrupt'],
    ['not state:stale', '-state:stale'],
    ['office and 365', 'office 365'],
    ['a or b c', 'a or (b c)'],
    ['dp:a**b', 'dp:a*b'],
  ] as const)
    it(`reads ${text} as ${same}`, () => assert.deepEqual(parse(text), parse(same)));

  it('takes a lone dash between words, as package names have it, for text', () => {
    assert.deepEqual(parse('Adobe - Reader'), parse('Adobe "-" Reader'));
  });
});
