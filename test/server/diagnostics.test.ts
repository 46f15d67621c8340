import assert from 'node:assert/strict';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { ErrorDiagnostics } from '../../extension/server/diagnostics';
import { logDocuments, type LogDocument } from '../../extension/server/documents/logDocument';

const record = (message: string, type = 3): string =>
  `<![LOG[${message}]LOG]!><time="15:30:09.905-480" date="05-09-2023" component="C" context="" type="${type}" thread="1" file="f:1">\r\n`;

const open = (...records: readonly string[]): LogDocument =>
  logDocuments.create('file:///a.log', 'cmtrace', 1, records.join(''));

const diagnosticsOf = async (document: LogDocument, diagnostics = new ErrorDiagnostics()) =>
  (await diagnostics.of(document)) ?? assert.fail('the log was not changed');

const insert = (document: LogDocument, line: number, text: string): LogDocument =>
  logDocuments.update(
    document,
    [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text }],
    document.version + 1,
  );

const shown = (document: LogDocument, found: readonly Diagnostic[]) =>
  found.map(({ range, severity, message }) => [document.getText(range), severity, message]);

describe('diagnostics of logs', () => {
  it('say what the codes of errors and warnings mean, and nothing of other records', async () => {
    const document = open(
      record('it went well, 0x80070005', 1),
      record('CSendFileAction::AddFile failed; 0x80041002'),
      record('retry after error 0x80070040 (64)', 2),
      record('failed without a code'),
    );
    const found = await diagnosticsOf(document);
    assert.deepEqual(shown(document, found), [
      ['0x80041002', DiagnosticSeverity.Information, '0x80041002 WBEM_E_NOT_FOUND: the object was not found'],
      [
        '0x80070040',
        DiagnosticSeverity.Hint,
        '0x80070040 ERROR_NETNAME_DELETED: the network name is no longer available\n' +
          '64 ERROR_NETNAME_DELETED: the network name is no longer available',
      ],
    ]);
    assert.equal(found[0]?.code, '0x80041002');
    assert.match(found[0].codeDescription?.href ?? '', /^https:/);
  });

  it('move with their records when the log is edited, and only changed records are looked at again', async () => {
    const diagnostics = new ErrorDiagnostics();
    const records = Array.from({ length: 20_000 }, (_, number) =>
      record(number % 100 === 0 ? `failed; 0x8007${(number + 1).toString(16).padStart(4, '0')}` : 'fine'),
    );
    let document = open(...records);
    const before = await diagnosticsOf(document, diagnostics);
    assert.equal(before.length, 200);
    document = insert(document, 5000, `${record('new, 0x80070005')}text between\r\n`);
    const started = process.cpuUsage();
    const after = await diagnosticsOf(document, diagnostics);
    const taken = process.cpuUsage(started).user / 1000;
    assert.deepEqual(after, await diagnosticsOf(document));
    assert.equal(after.length, 201);
    assert.ok(taken < 100, `${taken} ms`);
  });

  it('end at a limit, and say how many more there are', async () => {
    const document = open(...Array.from({ length: 1000 }, () => record('failed; 0x80041002')));
    const found = await diagnosticsOf(document);
    assert.equal(found.length, 251);
    const last = found.at(-1)?.message;
    assert.match(typeof last === 'string' ? last : '', /^From here on, 750 more records name error codes/);
    assert.equal(found.at(-1)?.range.start.line, 250);
  });

  it('are given up for a log that changes meanwhile', async () => {
    const records = Array.from({ length: 60_000 }, (_, number) => record(`failed; 0x80070005 ${number}`));
    const document = open(...records);
    const pending = new ErrorDiagnostics().of(document);
    insert(document, 0, 'x');
    assert.equal(await pending, undefined);
  });
});
