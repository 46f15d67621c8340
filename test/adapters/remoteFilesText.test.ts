import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join, win32 } from 'node:path';
import fc from 'fast-check';
import { pathBelow } from '../../extension/adapters/files/remotePath';
import { decodeText, encodeText } from '../../extension/adapters/files/textEncoding';
import { RemoteFileError, type TextEncoding } from '../../extension/ports/remoteFiles';
import { inFolder, never } from './remoteFilesFaults';

const isOutside = (path: string): boolean => {
  try {
    pathBelow('/root', path);
    return false;
  } catch (error) {
    assert.ok(error instanceof RemoteFileError);
    assert.equal(error.kind, 'outside');
    return true;
  }
};

describe('paths below a UNC root', () => {
  const ordinary = fc
    .stringMatching(/^[A-Za-z0-9_{}$~ .-]{0,8}[A-Za-z0-9_$]$/)
    .filter((name) => !isOutside(name));
  const separator = fc.constantFrom('\\', '/');

  it('takes ordinary names, whatever the separators', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(ordinary, separator), { minLength: 1 }), (parts) => {
        const path = parts.flat().join('');
        assert.equal(pathBelow('/root', path), join('/root', ...parts.map(([name]) => name)));
      }),
    ));

  const hostile = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '...',
      'a.',
      'a ',
      ' ',
      'a:b',
      'a::$DATA',
      'C:',
      '?',
      '*',
      'a|b',
      '"',
      '<',
      '>',
      'a\0b',
    ),
    fc.constantFrom(
      'a\nb',
      '.. ',
      '. .',
      'NUL',
      'con',
      'Aux.txt',
      'nul .ini',
      'COM1',
      'lpt9.log',
      'COM²',
      'CONIN$',
      'prn.a.b',
    ),
  );

  it('refuses a name that leaves the root or means another thing, wherever it stands', () =>
    fc.assert(
      fc.property(fc.array(ordinary), hostile, fc.array(ordinary), separator, (before, name, after, mark) => {
        assert.ok(isOutside([...before, name, ...after].join(mark)));
      }),
    ));

  it('refuses what is absolute', () => {
    for (const path of [
      '/a',
      '\\a',
      '\\\\srv\\c$',
      '//srv/c$',
      '\\\\?\\C:\\a',
      '\\\\.\\pipe\\a',
      'C:\\a',
      'C:a',
    ])
      assert.ok(isOutside(path), path);
  });

  it('lets nothing through that Windows would take elsewhere', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('..', '.', '\\', '/', ':', 'a', 'C', ' ', '?', 'NUL', 'srv'), {
          maxLength: 9,
        }),
        (parts) => {
          const path = parts.join('');
          if (path === '' || isOutside(path)) return;
          const resolved = win32.resolve('\\\\dp\\lib$', path);
          assert.ok(resolved.startsWith('\\\\dp\\lib$\\'), `${path} is ${resolved}`);
        },
      ),
    ));

  it('asks the server for none of it', () =>
    inFolder(async ({ files, server }) => {
      const bad = '..\\secret';
      const kind = { kind: 'outside' };
      await assert.rejects(files.list(bad, never), kind);
      await assert.rejects(files.read(bad, 0, 1, never), kind);
      await assert.rejects(files.readText(bad, never), kind);
      await assert.rejects(files.writeText(bad, '', 'utf8', never), kind);
      await assert.rejects(files.rename(bad, 'a', never), kind);
      await assert.rejects(files.follow(bad, 0, never)[Symbol.asyncIterator]().next(), kind);
      assert.deepEqual(server.calls, []);
    }));
});

describe('text encodings', () => {
  const marked = ['utf8bom', 'utf16lebom', 'utf16bebom'] as const;

  const wellFormed = fc
    .uint16Array({ maxLength: 60 })
    .map((units) => String.fromCharCode(...units).replaceAll(/\p{Surrogate}/gu, '😀'));

  it('gives back what was written, in any encoding with a byte order mark', () =>
    fc.assert(
      fc.property(fc.constantFrom(...marked), wellFormed, (encoding, text) => {
        const bytes = encodeText(text, encoding);
        assert.ok(bytes !== undefined);
        assert.deepEqual(decodeText(bytes), { text, encoding });
      }),
    ));

  it('loses no byte of a file without a byte order mark, whatever it holds', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array({ size: 'medium' }), fc.uint8Array({ max: 0xaf }), asUtf16(fc.string())),
        (bytes) => {
          const { text, encoding } = decodeText(bytes);
          if (marked.some((one) => one === encoding)) return;
          assert.deepEqual(Buffer.from(encodeText(text, encoding) ?? []), Buffer.from(bytes));
        },
      ),
    ));

  it('knows UTF-8 and ANSI without a byte order mark, and takes ASCII for UTF-8', () => {
    const bytes = (...hex: number[]) => Uint8Array.from(hex);
    assert.deepEqual(decodeText(Buffer.from('Größe 😀')), { text: 'Größe 😀', encoding: 'utf8' });
    assert.deepEqual(decodeText(bytes(0x47, 0x72, 0xf6, 0xdf, 0x65)), { text: 'Größe', encoding: 'ansi' });
    assert.deepEqual(decodeText(bytes(0x80, 0x92, 0x9f)), { text: '€’Ÿ', encoding: 'ansi' });
    assert.deepEqual(decodeText(Buffer.from('[Info]\r\n')), { text: '[Info]\r\n', encoding: 'utf8' });
    assert.deepEqual(decodeText(bytes()), { text: '', encoding: 'utf8' });
  });

  const texts = [
    '[Packages]\r\nABC00001.1=\r\n',
    'Размер пакета = 12 МБ\r\n',
    '内容の検証 = 1\r\n',
    'Größe → 5 😀\n',
    'a',
  ];
  for (const text of texts)
    it(`knows UTF-16 of either byte order without a mark: ${JSON.stringify(text)}`, () => {
      for (const encoding of ['utf16le', 'utf16be'] as const) {
        const bytes = encodeText(text, encoding);
        assert.ok(bytes !== undefined);
        assert.deepEqual(decodeText(bytes), { text, encoding });
      }
    });

  it('takes no ANSI or UTF-8 text for UTF-16, nor a file with stray NULs', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replaceAll('\0', '');
        assert.ok(!decodeText(Buffer.from(plain)).encoding.startsWith('utf16'));
        assert.ok(!decodeText(Buffer.from(`${plain.repeat(2)}\0\0${plain}`)).encoding.startsWith('utf16'));
      }),
    ));

  it('takes neither two byte orders in one file nor a U+0000 for UTF-16', () => {
    for (const text of ['a\0b\0\0c\0d', 'a\0b\0\0\0c\0', '\0a\0b\0\0\0c'])
      assert.equal(decodeText(Buffer.from(text)).encoding, 'utf8', JSON.stringify(text));
  });

  it('writes ANSI of every character that it has, and of no other', () => {
    const all = decodeText(Uint8Array.from({ length: 256 }, (_, byte) => byte)).text;
    for (let code = 0; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code);
      const byte = encodeText(character, 'ansi');
      assert.equal(byte !== undefined, all.includes(character), `U+${code.toString(16)}`);
      if (byte !== undefined) assert.equal(all.charAt(byte[0] ?? 0), character);
    }
  });

  it('reads and writes every encoding through the server', () =>
    inFolder(async ({ files, path }) => {
      const text = 'Name=Größe\r\n';
      const all: readonly TextEncoding[] = ['ansi', 'utf8', 'utf16le', 'utf16be', ...marked];
      for (const encoding of all) {
        await files.writeText('a.ini', text, encoding, never);
        assert.deepEqual(await files.readText('a.ini', never), { text, encoding });
      }
      writeFileSync(path('cut.log'), Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]));
      assert.equal((await files.readText('cut.log', never)).text, 'a\ufffd');
    }));
});

function asUtf16(text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> {
  return text.map((one) => Uint8Array.from(Buffer.from(one, 'utf16le')));
}
