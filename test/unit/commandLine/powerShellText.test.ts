import assert from 'node:assert/strict';
import fc from 'fast-check';
import { powerShellComment, powerShellText } from '../../../extension/core/commandLine/powerShellText';
import { readScript } from '../../support/windows/powerShellTexts';

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from(' \t\'"‘’‚‛“”„`$(){}[];#@&|%\\\näж漢🙂\u0085\u2028')),
      fc.string({ maxLength: 1 }),
    ),
    { maxLength: 12 },
  )
  .map((characters) => characters.join(''));

describe('texts in a PowerShell script', () => {
  it('come out as they went in, on one line, and are never a command', () =>
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (given) => {
        const { texts, code } = readScript(
          given.map((text) => `Write-Output ${powerShellText(text)}`).join('\n'),
        );
        assert.deepEqual(
          texts,
          given.map((text) => text.replaceAll(/[\r\n]/g, ' ')),
        );
        assert.equal(code, given.map(() => "Write-Output ''").join('\n'));
      }),
    ));

  it('stay in their comment', () =>
    fc.assert(
      fc.property(anyText, (given) => {
        assert.equal(readScript(`# ${powerShellComment(given)}\nNext`).code, '\nNext');
        assert.doesNotMatch(powerShellComment(given), /[\n\r\u0085\u2028\u2029]/);
      }),
    ));
});
