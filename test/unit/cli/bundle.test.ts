import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

describe('the bundled command line', () => {
  it('is run by Node wherever its name is called', () => {
    const bundle = readFileSync(path.join(__dirname, '../../../dist/cli/main.js'), 'utf8');
    assert.ok(bundle.startsWith('#!/usr/bin/env node\n'));
  });
});
