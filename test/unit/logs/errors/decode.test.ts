import assert from 'node:assert/strict';
import { decode, type DecodedError } from '../../../../extension/core/logs/errors/decode';
import { codeOf, type ErrorCode } from '../../../../extension/core/logs/errors/errorCode';
import { errorLines } from '../../../../extension/core/logs/errors/errorWords';
import { readCodes } from '../../../../extension/core/logs/errors/readCodes';

const decoded = (code: ErrorCode | number): DecodedError => {
  const error = decode(typeof code === 'number' ? codeOf(code) : code);
  assert.ok(error !== undefined);
  return error;
};

const shows = (code: ErrorCode | number, expected: Partial<DecodedError>): void => {
  const error = decoded(code);
  for (const [key, value] of Object.entries(expected))
    assert.equal(error[key as keyof DecodedError], value, error.code);
};

describe('decoding of error codes', () => {
  it('tells the Win32 code, HTTP status or NTSTATUS that an HRESULT wraps', () => {
    shows(0x80070005, { family: 'Win32', name: 'E_ACCESSDENIED', wraps: 'Win32 5 (ERROR_ACCESS_DENIED)' });
    shows(0x80072efd, {
      family: 'WinHTTP',
      name: 'ERROR_WINHTTP_CANNOT_CONNECT',
      wraps: 'Win32 12029 (ERROR_WINHTTP_CANNOT_CONNECT)',
    });
    shows(0x80190194, { family: 'HTTP', wraps: 'HTTP 404 (Not Found)' });
    shows(0xd0000005, { family: 'NTSTATUS', wraps: '0xC0000005 (STATUS_ACCESS_VIOLATION)' });
    shows(0x80070bc2, { family: 'Windows Installer', name: 'ERROR_SUCCESS_REBOOT_REQUIRED' });
  });

  it('explains a code the same, however it is wrapped', () => {
    assert.equal(decoded(0x80070070).meaning, decoded(112).meaning);
    assert.equal(decoded(0x80190194).next, decoded({ kind: 'http', value: 404 }).next);
  });

  it('knows whose a code is', () => {
    const families: readonly (readonly [number, DecodedError['family']])[] = [
      [0x80200013, 'BITS'],
      [0x8024402c, 'Windows Update'],
      [0x87d00215, 'Configuration Manager'],
      [0x87d1fde8, 'mobile device management'],
      [0x8004100e, 'WMI'],
      [0x80040154, 'HRESULT'],
      [0x800f081f, 'set-up and servicing'],
      [0xc0000135, 'NTSTATUS'],
      [1618, 'Windows Installer'],
      [2138, 'Windows network'],
      [10060, 'Winsock'],
    ];
    for (const [code, family] of families) shows(code, { family });
  });

  it('makes a sentence of the name of a code that has no help', () => {
    shows(0x800704d5, { meaning: decoded(1237).meaning });
    shows(1238, { name: 'ERROR_CONNECTION_COUNT_LIMIT', meaning: 'Win32: connection count limit' });
  });

  it('tells the parts of a code that is in no table', () => {
    shows(0x87d0fffe, {
      name: undefined,
      meaning:
        'an error of the facility Configuration Manager (2000), code 65534 (0xFFFE), without a name in the tables',
    });
    assert.match(decoded(0xa1230001).meaning, /not Microsoft's/);
    assert.match(decoded(0x8123_0001).meaning, /facility 291/);
    assert.match(decoded(0x8007_fffe).meaning, /Win32 code 65534/);
  });

  it('takes 0 for success', () => assert.equal(decode(codeOf(0)), undefined));

  it('says cause, next step and where it is documented', () => {
    const lines = errorLines(decoded(0x87d00607));
    assert.equal(lines[0], '0x87D00607: the content was not found');
    assert.ok(lines.some((line) => line.startsWith('Likely cause: ')));
    assert.ok(lines.some((line) => line.startsWith('Next step: distribute the content')));
    assert.ok(lines.some((line) => line.startsWith('Source: https://')));
  });
});

describe('a code that somebody asks for', () => {
  const asked = (text: string): readonly string[] => readCodes(text).map((code) => decoded(code).code);

  it('in any notation', () => {
    for (const text of [
      '0x80070005',
      '80070005',
      '-2147024891',
      '2147942405',
      '0xFFFFFFFF80070005',
      'e_accessdenied',
    ])
      assert.deepEqual(asked(` ${text} `), ['0x80070005'], text);
    assert.deepEqual(asked('0x2efd'), ['12029']);
    assert.deepEqual(asked('http 404'), ['HTTP 404']);
    assert.deepEqual(asked('NERR_ServerNotStarted'), ['2114']);
  });

  it('as each of the things that a short number may be', () => {
    assert.deepEqual(asked('1603'), ['1603']);
    assert.deepEqual(asked('404'), ['HTTP 404']);
    assert.deepEqual(asked('424'), ['424', 'HTTP 424']);
    assert.deepEqual(asked('64999'), ['64999']);
  });

  it('in a line of a log', () =>
    assert.deepEqual(asked('Failed to add the file x in content y. Error 0x80041002'), ['0x80041002']));

  it('and nothing where there is none', () => {
    for (const text of ['', 'hello', '99999999999', '-99999999999']) assert.deepEqual(asked(text), [], text);
  });
});
