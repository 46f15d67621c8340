import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { colour, withScope, type Token } from './support/colour';
import { fixture } from './support/files';
import { scope } from './support/scopes';

const colourFile = (name: string): Promise<readonly Token[]> => colour(readFileSync(fixture(name), 'utf8'));
const linesWith = (tokens: readonly Token[], name: string): number =>
  new Set(tokens.filter(({ scopes }) => scopes.includes(name)).map(({ line }) => line)).size;
const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

describe('whole logs', () => {
  it('distmgr.log: each line has component, date, time and thread; failures stand out', async () => {
    const tokens = await colourFile('distmgr.log');
    for (const name of [scope.component, scope.date, scope.time, scope.thread])
      assert.equal(linesWith(tokens, name), 96, name);
    assert.deepEqual(unique(withScope(tokens, scope.packageId)), [
      'CS100026',
      'CS100026.DLT.2.3',
      'CS10002A',
      'CS100031',
    ]);
    assert.deepEqual(withScope(tokens, scope.errorCode), ['0x80070003', '3603']);
    assert.equal(linesWith(tokens, scope.error), 5);
  });

  it('smsdpmon.log: types give the severity', async () => {
    const tokens = await colourFile('smsdpmon.log');
    assert.deepEqual(unique(withScope(tokens, scope.component)), ['SMS_Distribution_Point_Monitoring']);
    assert.equal(linesWith(tokens, scope.component), 16);
    assert.equal(linesWith(tokens, scope.error), 2);
    assert.equal(linesWith(tokens, scope.warning), 3);
  });

  it('DataTransferService.lo_: a record over five lines', async () => {
    const tokens = await colourFile('DataTransferService.lo_');
    assert.equal(linesWith(tokens, scope.component), 11);
    assert.equal(linesWith(tokens, scope.error), 3);
    assert.deepEqual(unique(withScope(tokens, scope.errorCode)), [
      '0x800704cf',
      '0x80072efd',
      '12029',
      '600',
      'ERROR_WINHTTP_CANNOT_CONNECT',
    ]);
  });

  it('SMSFSPSetup.log: a byte order mark on each line', async () => {
    const tokens = await colourFile('SMSFSPSetup.log');
    assert.equal(linesWith(tokens, scope.time), 4);
    assert.deepEqual(withScope(tokens, scope.errorCode), ['1603']);
  });

  it('mixed.log: torn, truncated, misquoted and old records', async () => {
    const tokens = await colourFile('mixed.log');
    assert.deepEqual(withScope(tokens, scope.component), [
      'ZTIUtility',
      'TSManager',
      'IntuneManagementExtension',
      'script',
      'x',
      'a',
      'b',
      'SMS_DISTRIBUTION_MANAGER',
      'SMS_DESPOOLER',
      'SMS_DISTRIBUTION_MANAGER',
      'DataTransferService',
      'ContentAccess',
    ]);
  });

  it('lose no text', async () => {
    for (const name of readdirSync(fixture(''))) {
      const text = readFileSync(fixture(name), 'utf8');
      const shown = (await colour(text)).map((token) => token.text).join('');
      assert.equal(shown, text.replaceAll(/[\r\n]/g, ''), name);
    }
  });
});
