import assert from 'node:assert/strict';
import fc from 'fast-check';
import { windowsArgument, windowsProgram } from '../../../extension/core/commandLine/windowsArgument';
import { takenApart, takenWithProgram } from '../../support/windows/takenApart';

/** What makes trouble on command lines, and what does not. */
const character = fc.oneof(
  fc.constantFrom(...Array.from(' \t"\\%\'’`$&|<>^()!;,=\n\u00a0äж漢🙂')),
  fc.string({ minLength: 1, maxLength: 1 }),
);
/** No program is ever given the character that ends a text of C. */
const anyText = fc
  .array(character, { maxLength: 12 })
  .map((characters) => characters.join('').replaceAll('\0', ''));

describe('arguments on a command line of Windows', () => {
  it('come out as they went in: spaces, quotes, backslashes, percent signs, any letters, nothing at all', () =>
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (given) => {
        const line = given.map(windowsArgument).join(' ');
        for (const taken of takenApart(line)) assert.deepEqual(taken, given);
      }),
    ));

  it('come out behind a program whose path has spaces', () =>
    fc.assert(
      fc.property(
        anyText.filter((text) => !text.includes('"')),
        fc.array(anyText, { maxLength: 4 }),
        (program, given) => {
          const line = [windowsProgram(program), ...given.map(windowsArgument)].join(' ');
          for (const taken of takenWithProgram(line)) assert.deepEqual(taken, [program, ...given]);
        },
      ),
    ));

  for (const [given, written] of [
    ['', '""'],
    ['plain', 'plain'],
    ['two words', '"two words"'],
    ['C:\\', 'C:\\'],
    ['C:\\Program Files\\', '"C:\\Program Files\\\\"'],
    ['say "hi"', '"say \\"hi\\""'],
    ['\\"', '"\\\\\\""'],
    ['100%', '100%'],
  ] as const)
    it(`${JSON.stringify(given)} is written as ${written}`, () =>
      assert.equal(windowsArgument(given), written));

  it('a program with a quotation mark is refused', () =>
    assert.throws(() => windowsProgram('C:\\a".exe'), /quotation mark/));
});
