import {
  CodeLensRefreshRequest,
  createConnection,
  InlayHintRefreshRequest,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { logSettingsChanged, logSiteChanged, packageNames, type LogServerOptions } from '../protocol/lsp';
import type { LogSettings, LogSite } from '../protocol/lsp';
import { DiagnosticsFeed } from './diagnosticsFeed';
import { logDocuments } from './documents/logDocument';
import { features } from './features';
import { Logs } from './logs';

// The log language server: a process of its own, so that a large log never holds up the window.
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(logDocuments);

connection.onInitialize(({ capabilities, initializationOptions }: InitializeParams): InitializeResult => {
  const logs = new Logs(documents, initializationOptions as LogServerOptions, (packageIds) =>
    connection.sendRequest(packageNames.method, packageIds),
  );
  const diagnostics = new DiagnosticsFeed(connection, documents, logs.settings.explainErrors);
  const table = features(logs, capabilities.textDocument?.foldingRange?.rangeLimit);
  for (const each of table) each.serve(connection);
  connection.onNotification(logSettingsChanged.method, (settings: LogSettings) => {
    logs.settings = settings;
    diagnostics.explain(settings.explainErrors);
    askAgain();
  });
  connection.onNotification(logSiteChanged.method, (site: LogSite) => {
    logs.setSite(site);
    askAgain();
  });
  const sync: ServerCapabilities = { textDocumentSync: TextDocumentSyncKind.Incremental };
  return { capabilities: table.reduce((all, { offers }) => ({ ...all, ...offers }), sync) };
});

/** What the editor shows may be another one by now. */
const askAgain = (): void => {
  for (const { method } of [CodeLensRefreshRequest, InlayHintRefreshRequest])
    connection.sendRequest(method).catch((error: unknown) => {
      connection.console.error(`${method}: ${String(error)}`);
    });
};

documents.listen(connection);
connection.listen();
