import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codesIn } from '../../extension/core/logs/errors/codesIn';
import { decode, isKnownCode } from '../../extension/core/logs/errors/decode';
import { codeOf, type ErrorCode } from '../../extension/core/logs/errors/errorCode';
import { isStateMessage } from '../../extension/core/logs/stateMessage';

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** Ways to write an HRESULT that say by themselves, or by a word, what they are. */
const hresultNotations: readonly ((value: number) => string)[] = [
  (value) => `0x${hex(value)}`,
  (value) => `0X${hex(value).toUpperCase()}`,
  (value) => `0xffffffff${hex(value)}`,
  (value) => String(value - 2 ** 32),
  (value) => `error ${value}`,
];

/** Those that count only for a code that is known. */
const knownNotations: readonly ((value: number) => string)[] = [
  (value) => `hr = ${hex(value)}`,
  (value) => `Error: (${hex(value).toUpperCase()})`,
  (value) => `"${value}"`,
];

const win32Notations: readonly ((value: number) => string)[] = [
  (value) => `error code = ${value}`,
  (value) => `Code=${value}, Text`,
  (value) => `Win32 = ${value}`,
  (value) => `dwError (${value})`,
  (value) => `error 0x${value.toString(16)}`,
  (value) => `Error: 0x${hex(value)}`,
];

/** The families of HRESULTs, by their upper half. */
const upperHalves = [
  0x8000, 0x8004, 0x8007, 0x8009, 0x800b, 0x800f, 0x8019, 0x8020, 0x8024, 0x87d0, 0x87d1, 0xc000,
];

const failure = fc
  .tuple(fc.constantFrom(...upperHalves), fc.integer({ min: 1, max: 0xffff }))
  .map(([upper, lower]) => upper * 0x10000 + lower)
  .filter((value) => !isStateMessage(value));

const before = fc.constantFrom('', 'failed; ', 'Failed to add the file x. ', '[', 'größe ', 'STATMSG ');
const behind = fc.constantFrom('', ', AddFile', '.', ']', ' ~', '\r\n');

const onlyCode = (text: string): ErrorCode | undefined => {
  const found = codesIn(text);
  assert.equal(found.length, 1, text);
  return found[0]?.code;
};

describe('error codes of every kind', () => {
  it('are read as they were written, in every notation of every family', () =>
    fc.assert(
      fc.property(failure, before, behind, (value, head, tail) => {
        const code: ErrorCode = { kind: 'hresult', value };
        const notations = isKnownCode(code) ? [...hresultNotations, ...knownNotations] : hresultNotations;
        for (const write of notations) assert.deepEqual(onlyCode(head + write(value) + tail), code);
      }),
    ));

  it('also as Win32 codes', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 15_999 }).filter((value) => isKnownCode(codeOf(value))),
        before,
        (value, head) => {
          for (const write of win32Notations) assert.deepEqual(onlyCode(head + write(value)), codeOf(value));
        },
      ),
    ));

  it('always have a meaning, and 0 none', () =>
    fc.assert(
      fc.property(
        fc.constantFrom<ErrorCode['kind'][]>('win32', 'hresult', 'http'),
        fc.integer({ min: 0, max: 0xffff_ffff }),
        (kind, value) => {
          const error = decode({ kind, value });
          if (value === 0) assert.equal(error, undefined);
          else
            assert.ok(
              error !== undefined && error.meaning.length > 0 && !error.meaning.includes('undefined'),
            );
        },
      ),
    ));

  it('are found where they stand, one behind the other, in any text', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom('error ', '0x80', '(8', '-21470248', 'E_', '80041002', 'code='),
          ),
        ),
        (pieces) => {
          let end = 0;
          for (const mention of codesIn(pieces.join(''))) {
            assert.ok(mention.start >= end && mention.end > mention.start);
            ({ end } = mention);
          }
        },
      ),
    ));
});

describe('looking for error codes takes linear time in', () => {
  const length = 400_000;
  for (const part of [
    'error ',
    '0x',
    '8',
    'E_FAIL_',
    'error 5 (',
    '-2147024891 ',
    '((((',
    'http status ',
    'x',
  ])
    it(`a message of ${JSON.stringify(part)}`, () => {
      const text = part.repeat(Math.ceil(length / part.length));
      const before = process.cpuUsage();
      codesIn(text);
      // A quadratic search takes minutes.
      assert.ok(process.cpuUsage(before).user < 2_000_000);
    });
});
