import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contentIniDamage, readFileIni } from '../../../extension/core/library/contentParts';
import { iniSection, iniValue, parseIni } from '../../../extension/core/library/iniText';
import { readPackageIni } from '../../../extension/core/library/packageIni';

const id = 'PS10000A';
const contentsOf = (text: string): readonly string[] => {
  const { contentIds, damage } = readPackageIni(id, text);
  assert.equal(damage, undefined);
  return contentIds;
};
const damageOf = (text: string): string => readPackageIni(id, text).damage ?? '';

/** Texts that look like INI files more often than not. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '[Info]',
        '[packages',
        ']',
        '[]',
        'Version=',
        'Version=3',
        '=',
        '\0',
        ';',
        '\ufeff',
        '\r',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join('\n'));

describe('an .INI of PkgLib', () => {
  it('names a content by its version, or lists contents', () => {
    assert.deepEqual(contentsOf('[Info]\r\nVersion=7\r\n'), ['PS10000A.7']);
    assert.deepEqual(contentsOf('[packages]\nContent_a1-b2.1=\nPS10000A.4 = whatever\n'), [
      'Content_a1-b2.1',
      'PS10000A.4',
    ]);
    assert.deepEqual(contentsOf('[Packages]\nX.1=\n[Info]\nVersion=2'), ['PS10000A.2']);
  });

  it('is read whatever its case, blanks and line ends', () => {
    for (const text of [
      '[INFO]\rVERSION=7',
      ' [ Info ] \n  version = 7  ',
      '\ufeff; note\n[info]\n\nVersion=7',
    ])
      assert.deepEqual(contentsOf(text), ['PS10000A.7']);
  });

  it('keeps what is not looked at', () => {
    const { damage, ignored } = readPackageIni(id, '[Info]\nVersion=1\nPriority=high\n[Other]\nA=b\nc\n');
    assert.equal(damage, undefined);
    assert.deepEqual(ignored, ['Priority=high', '[Other]', 'A=b', 'c']);
  });

  it('says what is wrong, and then names no content', () => {
    for (const [text, wrong] of [
      ['', /empty/],
      [' \r\n', /empty/],
      ['[Inf', /no section and no key/],
      ['Version=1', /no section and no key/],
      ['[Info]\r\nVer', /neither a Version/],
      ['[Info]\nVersion=', /neither a Version/],
      ['[Info]\nVersion=two', /no number/],
      ['[Packages]\n', /neither a Version/],
      ['[Packages]\nContent_a.1=\nContent_', /cut off/],
      ['[Packages]\n..\\..\\Windows=', /no content ID/],
      ['[Packages]\na/b=', /no content ID/],
      ['[Info]\nVersion=1\0\0\0', /zero bytes/],
    ] as const) {
      assert.match(damageOf(text), wrong);
      assert.deepEqual(readPackageIni(id, text).contentIds, []);
    }
  });

  it('never makes it throw, and no content ID leads out of DataLib', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const { contentIds } = readPackageIni(id, text);
        for (const contentId of contentIds) assert.match(contentId, /^[\w{}-]+(?:\.\d+)?$/);
        const file = readFileIni(text);
        if (file.kind === 'hash') assert.match(file.hash, /^[0-9A-F]{8,}$/);
        contentIniDamage(text);
      }),
      { numRuns: process.env.SOAK === undefined ? 400 : 20_000 },
    ));

  it('finds every value that was written, by any case of section and key', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_. ]{0,10}[A-Za-z0-9]$/);
    const value = fc.stringMatching(/^(?:[!-~](?:[ -~]{0,20}[!-~])?)?$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, name, value), { selector: ([a, b]) => `${a}|${b}`.toLowerCase() }),
        (all) => {
          const text = all.map(([section, key, told]) => `[${section}]\r\n${key}=${told}`).join('\r\n');
          for (const [section, key, told] of all)
            assert.equal(
              iniValue(iniSection(parseIni(text), section.toUpperCase()), key.toLowerCase()),
              told,
            );
        },
      ),
      { numRuns: 200 },
    );
  });
});
