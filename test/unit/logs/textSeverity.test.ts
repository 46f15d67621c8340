import assert from 'node:assert/strict';
import { readLog } from '../../support/logs/readLog';

const severityOf = (text: string): string =>
  readLog(`${text}  $$<SMS_X><12-09-2022 11:25:14.226+360><thread=1 (0x1)>`)[0]?.severity ?? '';

const cases: Readonly<Record<string, readonly string[]>> = {
  error: [
    'error',
    'An ERROR occurred',
    'CSendFileAction::AddFile failed; 0x80041002',
    'Failed',
    'unfailing',
    '10 errors',
    'ErrorCode = 5',
    'error 0x80070005',
    'warning: it failed',
    '0 errors, 1 failure',
    'xerror',
    'STATMSG: ID=2302 SEV=E LEV=M',
    'no errors, but it failed',
    'casino error',
  ],
  warning: ['warning', 'Warn: low', 'STATMSG: ID=1 SEV=W LEV=M', 'not an issue, WARN'],
  info: [
    '0 errors',
    'no error',
    'No errors found',
    'ErrorCode = 0',
    'error code: 0x0',
    'ErrorCode: 0x00000000',
    'failover to SRV',
    'Error: SUCCESS',
    'without warnings',
    'Failures: 0',
    'STATMSG: ID=2300 SEV=I LEV=M',
    'all is well',
    'err',
    'fai',
    '',
    'errors=(0)',
    'not failed',
    'ERROR_SUCCESS',
    'terrible',
    'SEV=EX',
  ],
};

describe('severity by text', () => {
  for (const [severity, texts] of Object.entries(cases))
    for (const text of texts)
      it(`${severity}: ${text}`, () => {
        // Whatever stands before it moves the places that are looked at.
        for (const before of ['', 'x ', 'xx ', '- - '])
          assert.equal(severityOf(before + text), severity, before);
      });
});
