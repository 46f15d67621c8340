import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type Hover,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { logSettingsChanged } from '../../extension/protocol/lsp';
import { logServerOptions as options } from '../support/logs/openLogs';

const main = path.resolve('extension/server/main.ts');
const uri = 'file:///PkgXferMgr.log';
const record = (message: string): string =>
  `<![LOG[${message}]LOG]!><time="15:30:09.905-480" date="05-09-2023" component="C" context="" type="3" thread="1" file="f:1">`;

describe('the log server', function () {
  this.timeout(60_000);
  let server: ChildProcess;
  let client: ProtocolConnection;
  const received: (readonly Diagnostic[])[] = [];
  let onReceived: () => void = () => undefined;

  const nextDiagnostics = async (): Promise<readonly Diagnostic[]> => {
    while (received.length === 0) await new Promise<void>((done) => (onReceived = done));
    return received.shift() ?? [];
  };

  before(async () => {
    server = spawn(process.execPath, ['--import', 'tsx', main, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    assert.ok(server.stdout !== null && server.stdin !== null);
    client = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    client.onNotification('textDocument/publishDiagnostics', (sent: { diagnostics: Diagnostic[] }) => {
      received.push(sent.diagnostics);
      onReceived();
    });
    client.listen();
    await client.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      initializationOptions: options,
    });
    await client.sendNotification('initialized', {});
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'cmtrace', version: 1, text: record('failed; 0x80041002') },
    });
  });

  after(async () => {
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    client.dispose();
  });

  it('sends what error codes mean, again after an edit', async () => {
    assert.equal((await nextDiagnostics())[0]?.code, '0x80041002');
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: record('failed; 0x80070005') }],
    });
    assert.equal((await nextDiagnostics())[0]?.code, '0x80070005');
  });

  it('stops and starts doing so with the setting', async () => {
    await client.sendNotification(logSettingsChanged.method, { ...options.settings, explainErrors: false });
    assert.deepEqual(await nextDiagnostics(), []);
    await client.sendNotification(logSettingsChanged.method, options.settings);
    assert.equal((await nextDiagnostics()).length, 1);
  });

  it('answers a hover, and goes on after a request that it cannot answer', async () => {
    const hover = (line: number): Promise<Hover | null> =>
      client.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character: 20 } });
    assert.match(JSON.stringify(await hover(0)), /E_ACCESSDENIED/);
    const broken = { textDocument: { uri }, position: null };
    assert.equal(await client.sendRequest('textDocument/hover', broken), null);
    assert.notEqual(await hover(0), null);
  });
});
