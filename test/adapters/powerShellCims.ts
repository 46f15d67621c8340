import assert from 'node:assert/strict';
import { PowerShellCim } from '../../extension/adapters/powershell/powerShellCim';
import { CimError, type CimFailureKind, type CimTarget } from '../../extension/ports/cim';
import type { FakeShell, Script, Step } from '../support/fakeShell/fakeShell';
import { withShell } from '../support/fakeShell/lendShell';

export const target: CimTarget = { computer: 'sccm.contoso.com', namespace: 'root\\SMS\\site_ABC' };
export const path = {
  className: 'SMS_DistributionPoint',
  keys: {
    PackageID: 'ABC00001',
    ServerNALPath: '["Display=\\\\DP1\\"]MSWNET:["SMS_SITE=ABC"]\\\\DP1\\',
    SiteCode: 'ABC',
  },
};
export const never = new AbortController().signal;
export const password = 'p"w$(x)\'`;é😀';

export const withCim = (
  script: Script | readonly Step[],
  use: (cim: PowerShellCim, shell: FakeShell) => Promise<void>,
  options: { readonly operationTimeout?: number; readonly user?: string } = {},
): Promise<void> =>
  withShell('steps' in script ? script : { steps: script }, ({ pool, shell }) => {
    const { operationTimeout = 5000, user } = options;
    const credential = user === undefined ? {} : { credential: { user, password } };
    return use(new PowerShellCim(pool, { operationTimeout, ...credential }), shell);
  });

export const answer = (value: unknown): Step => ({ then: 'answer', value });

export const failure = (parts: object): Step => ({
  then: 'fail',
  error: {
    kind: 'cim',
    message: 'The server said so.',
    errorId: '',
    hresult: '0x80131500',
    native: 'Failed',
    number: 0,
    class: 0,
    state: 0,
    phase: '',
    ...parts,
  },
});

export const fails = (kind: CimFailureKind, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof CimError, String(error));
  assert.equal(error.kind, kind, error.message);
  assert.match(error.message, words);
  return true;
};
