import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownWriter } from '../../../extension/core/export/markdown';
import { anyRow, headOf } from './anyRow';

describe('an export as Markdown', () => {
  it('is one line of nine cells a row, and no value makes a link, an element or code of itself', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const line = markdownWriter(headOf()).row(row, 0);
        assert.match(line, /^[^\n\r]*\n$/);
        const bare = line.replaceAll(/\\[\\`*[\]<>|~&#@]/g, '');
        assert.equal(bare.split('|').length - 1, 10);
        assert.doesNotMatch(bare, /[`<>[\]*]/);
      }),
    );
  });

  it('says what it is of, and how many rows there were', () => {
    const { head, foot } = markdownWriter(headOf({ redacted: true }));
    assert.match(
      head,
      /^# Missing content of P01\n\n- Site: P01 Headquarters\n- Read: 2026-06-01 12:00 UTC\n/,
    );
    assert.match(head, /were replaced/);
    assert.equal(foot(3), '\n3 rows.\n');
  });
});
