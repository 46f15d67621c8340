import assert from 'node:assert/strict';
import { MarkupContent, type Hover } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { statusMessage } from '../../extension/core/monitor/statusMessage';
import { logDocuments } from '../../extension/server/documents/logDocument';
import { hover } from '../../extension/server/hover';
import { generateRecords } from '../support/logs/generateRecords';
import { openLogs } from '../support/logs/openLogs';
import { writeLog } from '../support/logs/writeLog';

const { logs: noSite } = openLogs({});

const valueOf = (found: Hover | null): string | undefined =>
  found === null || !MarkupContent.is(found.contents) ? undefined : found.contents.value;

const logOf = (text: string): TextDocument => TextDocument.create('file:///SMSdpmon.log', 'cmtrace', 1, text);

const hoverOn = async (text: string, word: string, site = noSite): Promise<string | undefined> => {
  const document = logOf(text);
  return valueOf(await hover(document, document.positionAt(text.indexOf(word) + 2), site));
};

const attributes =
  '<time="15:30:09.905-480" date="05-09-2023" component="Sender" context="" type="3" thread="4352" file="f.cpp:330">';
const record = (message: string): string => `<![LOG[${message}]LOG]!>${attributes}`;

describe('hover in logs', () => {
  it('explains a state message by the status message and the severity in it', async () => {
    const text = await hoverOn('Raising state message 0x4000094E to the MP', '0x4000094E');
    assert.match(text ?? '', /Status message 2382/);
    assert.ok(text?.includes(statusMessage(2382)?.text ?? 'no text'));
    assert.match(text ?? '', /severity information/);
    assert.match((await hoverOn('Report state message 0x40000950 to MP', '0x40000950')) ?? '', /2384/);
  });

  it('explains the ID of a STATMSG line in the middle of the document', async () => {
    const line = 'STATMSG: ID=2384 SEV=I LEV=M SOURCE="SMS Server" COMP="SMS_DISTRIBUTION_MANAGER"';
    assert.match((await hoverOn(`first\r\n${line}\r\nlast`, 'ID=2384')) ?? '', /Status message 2384/);
  });

  it('tells the rest of a STATMSG line, whose values may hold quotes', async () => {
    const line =
      'STATMSG: ID=2328 SEV=E LEV=M SOURCE="SMS Server" COMP="SMS_DISTRIBUTION_MANAGER" SYS=SRV.CONTOSO.COM SITE=PS1 PID=1 TID=2 ' +
      'GMTDATE=Thu Jun 14 05:26:25.828 2018 ISTR0="a "quoted" name" ISTR1="PS100001" ISTR2="" NUMATTRS=2 AID0=400 AVAL0="PS100001" ' +
      'AID1=404 AVAL1="["Display=\\\\DP1\\"]MSWNET:["SMS_SITE=PS1"]\\\\DP1\\"  $$<SMS_DISTRIBUTION_MANAGER><06-14-2018 07:26:25.828-120><thread=2212 (0x8A4)>';
    const text = (await hoverOn(line, 'SYS=')) ?? '';
    for (const part of [
      'Status message 2328 (error)',
      'Sent as error by SMS_DISTRIBUTION_MANAGER on SRV.CONTOSO.COM, site PS1',
      'UTC: Thu Jun 14 05:26:25.828 2018',
      'Package: PS100001',
      'Distribution point: ["Display=\\\\DP1\\"]MSWNET:["SMS_SITE=PS1"]\\\\DP1\\',
      '- a "quoted" name',
    ])
      assert.ok(text.split('\n').includes(part), `${part} in:\n${text}`);
    assert.match((await hoverOn(line, 'ID=2328')) ?? '', /Package: PS100001/);
    assert.match((await hoverOn(line, '06-14-2018')) ?? '', /UTC: 2018-06-14 05:26:25\.828/);
  });

  it('finds it behind a message of 60,000 characters', async () =>
    assert.match((await hoverOn(`${'x'.repeat(60_000)} ID=2386 SEV=I`, 'ID=2386')) ?? '', /2386/));

  it('explains an error code, with what to do', async () => {
    const text = (await hoverOn(record('CSendFileAction::AddFile failed; 0x80070070'), '0x80070070')) ?? '';
    assert.match(text, /^\*\*0x80070070\*\* ERROR_DISK_FULL/);
    assert.match(text, /not enough space/i);
    assert.match(text, /Win32: Win32 112/);
    assert.match(text, /\*\*Next step:\*\* free space/);
    assert.match(text, /\]\(https:\/\/learn\.microsoft\.com\//);
    assert.match((await hoverOn('error code = 12', '= 12')) ?? '', /ERROR_INVALID_ACCESS/);
    assert.match((await hoverOn('ExecStaticMethod failed (80041002)', '8004')) ?? '', /WBEM_E_NOT_FOUND/);
  });

  it('tells local time, UTC and thread on the head or trailer of a record', async () => {
    const text = (await hoverOn(`${record('one')}\r\n${record('two')}`, 'time=')) ?? '';
    assert.deepEqual(text.split('\n').slice(0, 4), [
      'Local time: 2023-05-09 15:30:09.905',
      'UTC: 2023-05-09 07:30:09.905',
      'Thread: 4352 (0x1100)',
      'Component: Sender',
    ]);
    const long = record(`first\r\n${'line\r\n'.repeat(150)}last`);
    assert.match((await hoverOn(`${record('other')}\n${long}`, 'last]LOG]!><ti')) ?? 'none', /none/);
    const document = logOf(long);
    const end = document.positionAt(long.indexOf('thread="4352"'));
    assert.match(valueOf(await hover(document, end, noSite)) ?? '', /UTC: 2023-05-09 07:30/);
  });

  it('tells the name of a package of a connected site', async () => {
    const { logs } = openLogs({}, { names: { PS100001: 'Adobe Reader' } });
    const line = 'Start updating package PS100001...';
    assert.equal(await hoverOn(line, 'PS100001', logs), 'PS100001 Adobe Reader');
    assert.equal(await hoverOn(line, 'PS100001'), undefined);
  });

  it('tells a thread in both notations', async () =>
    assert.equal(
      await hoverOn('~Created sending thread (Thread ID = 1150)', '1150'),
      'Thread 4432 (0x1150)',
    ));

  it('leaves other numbers alone', async () => {
    assert.equal(await hoverOn('ran 2384 of many jobs', '2384'), undefined);
    assert.equal(await hoverOn('ID=1 SEV=I', 'ID=1'), undefined);
    assert.equal(await hoverOn('error code 0x0, 0 errors', '0x0'), undefined);
    assert.equal(await hoverOn('', ''), undefined);
  });

  /** 20 MB, as large as VS Code shows them to a language server. */
  const largeText = (): string => {
    const { records } = generateRecords(4000, 5);
    const text = Buffer.from(writeLog(records, { form: 'ccm', bias: 0 }).bytes).toString();
    return text.repeat(Math.ceil(20e6 / text.length));
  };

  it('takes little time in a large log', async () => {
    const document = logOf(largeText());
    const codes: number[] = [];
    for (let at = 0; (at = document.getText().indexOf('0x', at + 1_000_000)) >= 0;) codes.push(at);
    await hover(document, { line: 0, character: 0 }, noSite);
    const before = process.cpuUsage();
    for (const at of codes) {
      await hover(document, document.positionAt(at), noSite);
      await hover(document, document.positionAt(document.getText().indexOf('date="', at)), noSite);
    }
    const each = process.cpuUsage(before).user / 1000 / codes.length / 2;
    assert.ok(codes.length > 15 && each < 20, `${each} ms`);
  });

  it('takes little time right after an edit of a large log', async () => {
    const document = logDocuments.create('file:///a.log', 'cmtrace', 1, largeText());
    assert.ok(document.lineCount > 40_000);
    await hover(document, { line: 0, character: 0 }, noSite);
    const edits = 20;
    const before = process.cpuUsage();
    for (let edit = 1; edit <= edits; edit++) {
      const start = { line: edit * 1000, character: 8 };
      const text = edit % 2 === 0 ? 'failed' : 'one\nmore';
      logDocuments.update(document, [{ range: { start, end: start }, text }], 1 + edit);
      await hover(document, start, noSite);
    }
    const { user, system } = process.cpuUsage(before);
    const each = (user + system) / 1000 / edits;
    assert.ok(each < 20, `${each} ms`);
  });
});
