import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { grammarJson } from '../../syntaxes/source/grammar';
import { cmtraceFile } from './support/files';

describe('the grammar file', () => {
  it('is what its source writes: npx tsx syntaxes/source/write.ts', () =>
    assert.equal(readFileSync(cmtraceFile, 'utf8'), grammarJson));
});
