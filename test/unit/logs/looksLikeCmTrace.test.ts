import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { looksLikeCmTrace, sampleLength } from '../../../extension/core/logs/looksLikeCmTrace';

const fixtures = path.join(__dirname, '../../grammar/fixtures');

const record = '<![LOG[Sleep]LOG]!><time="15:30:09.905-480" date="05-09-2023" type="1">';
const serverLine = '~Sleep  $$<SMS_X><06-14-2018 06:26:25.828-60><thread=9112 (0x2398)>';

/** Logs of other programs that lie in the same folders. */
const others: Readonly<Record<string, string>> = {
  nothing: '',
  'plain text': 'Dear all,\n\nplease see [LOG] and <thread=1> and $$ in the attached file.\n',
  IIS: '#Software: Microsoft Internet Information Services 10.0\n#Fields: date time s-ip cs-method\n2014-02-10 00:15:12 192.168.2.20 GET /SMS_DP_SMSPKG$/Content.1 - 80 - 192.168.2.10 Microsoft+BITS/7.7 - 200 0 0 31',
  'Windows Update': '2021/07/13 10:22:58.9553434 3696  8172  Shared  InitializeSus',
  CBS: '2024-02-20 10:11:12, Info                  CBS    Starting TrustedInstaller initialization.',
  MSI: '=== Verbose logging started: 1/17/2023  7:33:22 ===\nMSI (c) (F8:00) [07:33:22:272]: Resetting cached policy values',
  'app deployment': '[05-09-2023 15:30:09.905] [Installation] [Show-Prompt] [Info] :: text',
  script: '9/12/2012 16:29:15 - started',
  'XML with CDATA': '<?xml version="1.0"?>\n<log><![CDATA[<time="x">]]></log>',
};

describe('looksLikeCmTrace', () => {
  for (const file of readdirSync(fixtures))
    it(`knows ${file}`, () => assert.ok(looksLikeCmTrace(readFileSync(path.join(fixtures, file), 'utf8'))));

  for (const [name, text] of Object.entries(others))
    it(`leaves ${name} alone`, () => assert.equal(looksLikeCmTrace(text), false));

  it('finds a record after a banner, with any line ends and byte order marks', () => {
    for (const line of [record, `\uFEFF${record}`, `[${record}`, serverLine])
      for (const end of ['\r\n', '\n', '\r'])
        assert.ok(looksLikeCmTrace(`A banner${end}${end}${line}${end}x`));
  });

  it('knows a record whose message goes on beyond the sample, and one whose head is in another file', () => {
    assert.ok(looksLikeCmTrace(`<![LOG[${'x'.repeat(3 * sampleLength)}`));
    assert.ok(looksLikeCmTrace('end of a message]LOG]!><time="15:30:09.905-480" type="1">'));
  });

  it('looks no further than the sample', () =>
    assert.equal(looksLikeCmTrace(`${'x\n'.repeat(sampleLength)}${record}`), false));

  it('knows any server line by its end, whatever the message', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (message) =>
        looksLikeCmTrace(`${message.replaceAll(/[\r\n]/g, ' ')}${serverLine}`),
      ),
    ));
});
