import assert from 'node:assert/strict';
import { codesIn } from '../../../../extension/core/logs/errors/codesIn';
import { codeText } from '../../../../extension/core/logs/errors/errorCode';

/** The codes of a text, and where they stand. */
const found = (text: string): readonly string[] =>
  codesIn(text).map(({ start, end, code }) => `${text.slice(start, end)} ${codeText(code)}`);

const finds = (text: string, ...codes: readonly string[]): void => assert.deepEqual(found(text), codes, text);

describe('error codes in logs', () => {
  it('with 0x, alone and with the sign of 64 bits', () => {
    finds('CSendFileAction::AddFile failed; 0x80041002', '0x80041002 0x80041002');
    finds('CCTMJob::_GetNextLocation failed with code 0x87d00215', '0x87d00215 0x87D00215');
    finds('hr=0xFFFFFFFF80070005', '0xFFFFFFFF80070005 0x80070005');
    finds('Error 0x00000005', '0x00000005 5');
    finds('at host SRV, error 0x2efd', '0x2efd 12029');
    finds('Failed to make a network connection to \\\\SRV\\ADMIN$ (0x35).', '0x35 53');
    finds('Install result 0x87D0FFFE', '0x87D0FFFE 0x87D0FFFE');
  });

  it('without 0x, in brackets or behind a word', () => {
    finds('ExecStaticMethod failed (80041002) SMS_DistributionPoint, AddFile', '80041002 0x80041002');
    finds('ended with error 80070bc2', '80070bc2 0x80070BC2');
    finds('Failed 87D00607', '87D00607 0x87D00607');
  });

  it('in decimal, with and without a sign', () => {
    finds('result -2147024891.', '-2147024891 0x80070005');
    finds('terminated with exit code -1073741819', '-1073741819 0xC0000005');
    finds('- 80 … 401 2 2148074254 31', '2148074254 0x8009030E');
    finds('return value 2147942405', '2147942405 0x80070005');
  });

  it('as short numbers behind a word that says so', () => {
    finds('error code = 12', '12 12');
    finds('Win32 = 2', '2 2');
    finds('GetLastError: 5 (0x5)', '5 5', '0x5 5');
    finds('The exit code is 1603', '1603 1603');
    finds('MainEngineThread is returning 1618', '1618 1618');
    finds('return code: 3010', '3010 3010');
    finds('<ErrorCode>1722</ErrorCode>', '1722 1722');
    finds(
      '[CCMHTTP] ERROR: URL=http://S:80/x, Port=80, Code=12029, Text=ERROR_WINHTTP_CANNOT_CONNECT',
      '12029 12029',
      'ERROR_WINHTTP_CANNOT_CONNECT 12029',
    );
  });

  it('as HTTP statuses', () => {
    finds("BITS error: 'HTTP status 404: The requested URL", '404 HTTP 404');
    finds("Error sending DAV request. HTTP code 600, status ''", '600 HTTP 600');
    finds('status code 503', '503 HTTP 503');
    finds('HTTP status 206', ...[]);
  });

  it('by name', () => {
    finds('returned E_ACCESSDENIED', 'E_ACCESSDENIED 0x80070005');
    finds('ERROR_SUCCESS and S_OK');
    finds('RPC_S_SERVER_UNAVAILABLE, WSAECONNRESET', 'RPC_S_SERVER_UNAVAILABLE 1722', 'WSAECONNRESET 10054');
  });

  it('and no other numbers', () => {
    for (const text of [
      'error code 0, 0x0, 0x00000000, (00000000)',
      '0 errors',
      'thread ID = 0x16A8 (5800)',
      'Sent status to the distribution manager for pkg CS100026, version 1, status 3',
      'Package C010000D.28, PkgStatus 2, Version 3(3)',
      '(C0000123)',
      'IDispatch error #3603',
      'Sending failed. Failure count = 24, Restart time = 14/06/2018 06:56:25 GMT Daylight Time',
      'OldErrorCount 29 NewErrorCount 30',
      'error at 12:30:15, version error 5.1.2, 2 error 50%',
      'Wrote 2147993405 bytes',
      'Report state message 0x40000950 to MP, 0xC000094F',
      'C:\\error\\5\\x, {80041002-0000-0000-0000-000000000000}',
      'robocopy exit code 3',
      'Hash 80041002800410028004100280041002',
      'Code=99999',
      'Failed, thread=2212 (0x8A4), thread ID (0x16A8)',
      'Severity 0x80000000 or 0xC0000000, -2147483648, -1073741824',
    ])
      finds(text);
  });
});
