import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';

const fixtures = path.join(__dirname, '../grammar/fixtures');
const record =
  '<![LOG[Sleep]LOG]!><time="15:30:09.905-480" date="05-09-2023" component="A" context="" type="1" thread="7" file="a.cpp:1">\r\n';

/** The language of a file as soon as it is the one expected, or the one it still has after a while. */
const languageOf = async (file: string, expected: string): Promise<string> => {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
  const until = Date.now() + 10_000;
  while (document.languageId !== expected && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return document.languageId;
};

/** Detection answers a file that was opened before this returns: it has then looked at `file` too. */
const afterDetection = async (folder: string): Promise<void> => {
  const probe = path.join(folder, `probe${Date.now()}.log`);
  writeFileSync(probe, record);
  assert.equal(await languageOf(probe, 'cmtrace'), 'cmtrace');
};

describe('the language of logs', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'logs-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  for (const name of readdirSync(fixtures))
    it(`is cmtrace for ${name}`, async () =>
      assert.equal(await languageOf(path.join(fixtures, name), 'cmtrace'), 'cmtrace'));

  it('is cmtrace by name before anything is written', async () => {
    for (const name of ['smsts-20230509-153009.log', 'PULLDP.LOG', 'whatever.lo_'])
      assert.equal(await languageOf(write(name, ''), 'cmtrace'), 'cmtrace', name);
  });

  it('is cmtrace by the first line where nothing else claims the name', async () =>
    assert.equal(await languageOf(write('CAS.log.old', record), 'cmtrace'), 'cmtrace'));

  it('stays what it is for other logs and texts', async () => {
    const others = [
      write('build.log', 'npm ERR! failed with error 1\n'),
      write(
        'u_ex140210.log',
        '#Software: Microsoft Internet Information Services 10.0\n#Fields: date time\n',
      ),
      write('note.txt', 'distmgr.log said nothing\n'),
    ];
    const documents = await Promise.all(
      others.map((file) => vscode.workspace.openTextDocument(vscode.Uri.file(file))),
    );
    await afterDetection(folder);
    assert.deepEqual(
      documents.map(({ languageId }) => languageId),
      ['log', 'log', 'plaintext'],
    );
  });

  it('is the one that the user chose', async () => {
    const file = write('chosen.log', record);
    assert.equal(await languageOf(file, 'cmtrace'), 'cmtrace');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    const chosen = await vscode.languages.setTextDocumentLanguage(document, 'log');
    await afterDetection(folder);
    assert.equal(chosen.languageId, 'log');
  });
});
