import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findingFields } from '../../../extension/core/filter/findingFields';
import { parseFilter } from '../../../extension/core/filter/parse';

const page = readFileSync(path.join(__dirname, '../../../docs/filter-language.md'), 'utf8');

/** What stands in backticks in the first cell of each row of a section's table. */
const firstCells = (section: string): readonly string[] => {
  const [, after = ''] = page.split(`## ${section}\n`);
  const [text = ''] = after.split('\n## ');
  return [...text.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, cell = '']) => cell);
};

describe('filter language: its page', () => {
  const examples = firstCells('In a minute');

  it('has examples', () => assert.ok(examples.length > 10));

  for (const example of examples)
    it(`gives an example that works: ${example}`, () => {
      assert.notDeepEqual(parseFilter(example, findingFields), { kind: 'everything' });
    });

  it('names every field that there is, and no other', () => {
    assert.deepEqual(new Set(firstCells('Fields')), new Set(findingFields.map(({ name }) => name)));
  });

  it('quotes what needs it', () => {
    assert.deepEqual(parseFilter('package:"7-Zip (x64)"', findingFields), {
      kind: 'text',
      field: 'package',
      exact: false,
      values: [['7-Zip (x64)']],
    });
  });
});
