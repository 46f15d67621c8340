import {
  createConnection,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { DiagnosticsFeed } from './diagnosticsFeed';
import { logDocuments } from './documents/logDocument';
import { foldingRanges } from './folding';
import { guarded } from './guarded';
import { hover } from './hover';

// The log language server: a process of its own, so that a large log never holds up the window.
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(logDocuments);
const diagnostics = new DiagnosticsFeed(connection, documents);

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    foldingRangeProvider: true,
  },
}));

connection.onInitialized(() => diagnostics.followSetting());

connection.onHover(
  guarded(connection, 'hover', ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    return document === undefined ? null : hover(document, position);
  }),
);

connection.onFoldingRanges(
  guarded(connection, 'folding', ({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return document === undefined ? null : foldingRanges(document);
  }),
);

documents.listen(connection);
connection.listen();
