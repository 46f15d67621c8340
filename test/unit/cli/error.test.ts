import assert from 'node:assert/strict';
import { ran } from './running';

describe('the command line explains error codes', () => {
  it('in any notation, with cause and next step', async () => {
    for (const asked of ['0x80070005', '-2147024891', '2147942405', 'E_ACCESSDENIED', 'failed; 0x80070005']) {
      const { code, output, said } = await ran(['error', asked]);
      assert.deepEqual([code, said], [0, '']);
      assert.match(output, /^0x80070005 E_ACCESSDENIED: access was denied\n/);
      assert.match(output, /\nInside: Win32 5 \(ERROR_ACCESS_DENIED\)\n/);
      assert.match(output, /\nNext step: .+\nSource: https:/);
    }
  });

  it('several at once, also as JSON', async () => {
    const { output } = await ran(['error', '-2147024891', '12029', 'HTTP 404', '--format', 'ndjson']);
    const codes = output
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { code: string }).code);
    assert.deepEqual(codes, ['0x80070005', '12029', 'HTTP 404']);
  });

  it('and says what is no code', async () => {
    for (const args of [['error'], ['error', 'hello'], ['error', '0'], ['error', '5', '--format', 'xml']]) {
      const { code, said } = await ran(args);
      assert.equal(code, 2);
      assert.match(said, /--help says/);
    }
    assert.match((await ran(['error', '--help'])).output, /configmgr-content error <code>/);
  });
});
