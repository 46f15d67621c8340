import assert from 'node:assert/strict';
import fc from 'fast-check';
import { smsdpmonCommands } from '../../../extension/core/validate/smsdpmon';

describe('smsdpmon command lines', () => {
  it('try the drive of the content library first, then the other drives, each once', () =>
    assert.deepEqual(smsdpmonCommands('E:\\SCCMContentLib', 'D:\\,e:\\, F:\\'), [
      'E:\\SMS_DP$\\sms\\bin\\smsdpmon.exe',
      'D:\\SMS_DP$\\sms\\bin\\smsdpmon.exe',
      'F:\\SMS_DP$\\sms\\bin\\smsdpmon.exe',
    ]));

  it('are none for a library on a share', () =>
    assert.deepEqual(smsdpmonCommands('\\\\nas\\library', ''), []));

  it('hold nothing of the registry but a drive letter, whatever stands there', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.string().map((tail) => `D:\\ & ${tail}`),
      fc.string().map((tail) => `${tail}:\\" -x`),
    );
    fc.assert(
      fc.property(hostile, hostile, (libraryPath, usableDrives) => {
        for (const command of smsdpmonCommands(libraryPath, usableDrives))
          assert.match(command, /^[A-Z]:\\SMS_DP\$\\sms\\bin\\smsdpmon\.exe$/);
      }),
    );
  });
});
