import assert from 'node:assert/strict';
import documented from '../../../../extension/core/logs/errors/documentedNames.json';
import help from '../../../../extension/core/logs/errors/help.json';
import names from '../../../../extension/core/logs/errors/names.json';
import { headerNames } from '../../../../scripts/errors/headerNames.mjs';

describe('tables of error codes', () => {
  it('are made of every way in which a header writes a code', () => {
    const header = [
      '#define FACILITY_HTTP 25',
      '#define WSABASEERR 10000',
      '#define ERROR_SUCCESS __MSABI_LONG(0)',
      '#define ERROR_INSUFFICIENT_BUFFER __MSABI_LONG(122)',
      '#define WSAEINTR (WSABASEERR + 4)',
      '#define E_FAIL _HRESULT_TYPEDEF_(0x80004005)',
      '#define S_FALSE ((HRESULT)0x00000001)',
      '#define STATUS_ACCESS_VIOLATION ((NTSTATUS)0xC0000005)',
      '#define E_NOT_SUFFICIENT_BUFFER HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER)',
      '#define E_ALIAS E_FAIL',
      '#define MAX_WSA (WSABASEERR+999)',
      '#define _HRESULT_TYPEDEF_(_sc) ((HRESULT)_sc)',
      '#define FAILED(hr) ((HRESULT)(hr) < 0)',
    ].join('\r\n');
    assert.deepEqual(headerNames(header), [
      { name: 'ERROR_SUCCESS', code: 0 },
      { name: 'ERROR_INSUFFICIENT_BUFFER', code: 122 },
      { name: 'WSAEINTR', code: 10_004 },
      { name: 'E_FAIL', code: 0x80004005 },
      { name: 'S_FALSE', code: 1 },
      { name: 'STATUS_ACCESS_VIOLATION', code: 0xc0000005 },
      { name: 'E_NOT_SUFFICIENT_BUFFER', code: 0x8007007a },
      { name: 'E_ALIAS', code: 0x80004005 },
    ]);
  });

  it('have each code once, in order', () => {
    for (const [rows, radix] of [
      [names.win32, 10],
      [names.hresult, 16],
      [names.ntStatus, 16],
      [documented.win32, 10],
      [documented.hresult, 16],
      [documented.http, 10],
    ] as const) {
      const codes = rows.map((row) => {
        assert.match(row, /^[\dA-F]+ \w[\w -]+$/);
        return Number.parseInt(row, radix);
      });
      assert.deepEqual(
        codes,
        [...new Set(codes)].toSorted((a, b) => a - b),
      );
    }
  });

  it('tell where each explanation is documented', () => {
    const sources = Object.entries(help.sources);
    for (const [, address] of sources) assert.match(address, /^https:\/\/[\w./#-]+$/);
    const rows = [help.win32, help.hresult, help.http].flatMap((table) => Object.entries(table));
    for (const [code, { says, source, ...more }] of rows) {
      assert.ok(source in help.sources, code);
      for (const text of [says, ...Object.values(more)])
        assert.match(text, /^\S.*[^\s.]$/, `${code}: words without a full stop`);
    }
    assert.ok(rows.length > 400);
  });
});
