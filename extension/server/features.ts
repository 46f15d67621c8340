import {
  CodeLensRequest,
  CodeLensResolveRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  ReferencesRequest,
  SelectionRangeRequest,
  WorkspaceSymbolRequest,
  type CancellationToken,
} from 'vscode-languageserver';
import { errorBeside, namedAt } from '../protocol/lsp';
import type { LogDocument } from './documents/logDocument';
import { errorFrom } from './errors';
import { feature, ownFeature, type Answer, type Feature } from './feature';
import { foldingRanges } from './folding';
import { timeGaps } from './gaps';
import { documentHighlights } from './highlights';
import { hover } from './hover';
import { codeLenses, resolveLens } from './lenses';
import { documentLinks } from './links';
import type { Logs } from './logs';
import { namedContent } from './named';
import { references } from './references';
import { selectionRanges } from './selection';
import { documentSymbols } from './symbols';
import { workspaceSymbols } from './workspaceSymbols';

/** All that the server answers. `foldingLimit` is how many folds the editor takes; undefined: it does not say. */
export const features = (logs: Logs, foldingLimit: number | undefined): readonly Feature[] => {
  const none = { packageIds: [], servers: [] };
  /** Of the log that is asked about; null for one that was closed meanwhile. */
  const of =
    <Params extends { readonly textDocument: { readonly uri: string } }, Result>(
      answer: (log: LogDocument, asked: Params, token: CancellationToken) => Result | Promise<Result>,
    ): Answer<Params, Result | null> =>
    (asked, token) => {
      const log = logs.get(asked.textDocument.uri);
      return log === undefined ? null : answer(log, asked, token);
    };
  /** The same of its records, which are read before. */
  const ofRecords = <Params extends { readonly textDocument: { readonly uri: string } }, Result>(
    answer: (log: LogDocument, asked: Params, token: CancellationToken) => Result | Promise<Result>,
  ): Answer<Params, Result | null> =>
    of(async (log, asked, token) => {
      await log.read();
      return answer(log, asked, token);
    });
  return [
    feature(
      HoverRequest.type,
      { hoverProvider: true },
      null,
      of((log, { position }) => hover(log, position, logs)),
    ),
    feature(
      DocumentSymbolRequest.type,
      { documentSymbolProvider: true },
      null,
      of((log, _, token) => documentSymbols(log, logs, token)),
    ),
    feature(
      FoldingRangeRequest.type,
      { foldingRangeProvider: true },
      null,
      of((log, _, token) => foldingRanges(log, logs, token, foldingLimit)),
    ),
    feature(
      DocumentLinkRequest.type,
      { documentLinkProvider: {} },
      null,
      of((log, _, token) => documentLinks(log, logs, token)),
    ),
    feature(
      CodeLensRequest.type,
      { codeLensProvider: { resolveProvider: true } },
      null,
      of((log, _, token) => codeLenses(log, logs, token)),
    ),
    feature(
      ReferencesRequest.type,
      { referencesProvider: true },
      null,
      ofRecords((log, { position }, token) => references(log, position, logs, token)),
    ),
    feature(
      DocumentHighlightRequest.type,
      { documentHighlightProvider: true },
      null,
      ofRecords((log, { position }, token) => documentHighlights(log, position, logs, token)),
    ),
    feature(
      InlayHintRequest.type,
      { inlayHintProvider: true },
      null,
      ofRecords((log, { range }) => timeGaps(log, range, logs)),
    ),
    feature(
      SelectionRangeRequest.type,
      { selectionRangeProvider: true },
      null,
      of((log, { positions }, token) => selectionRanges(log, positions, logs, token)),
    ),
    feature(WorkspaceSymbolRequest.type, { workspaceSymbolProvider: true }, null, ({ query }, token) =>
      workspaceSymbols(query, logs, token),
    ),
    resolvedLens(logs),
    ownFeature(errorBeside, null, async ({ uri, line, isBackward }) => {
      const log = logs.get(uri);
      await log?.read();
      return log === undefined ? null : errorFrom(log, line, isBackward);
    }),
    ownFeature(namedAt, none, async ({ uri, ...position }, token) => {
      const log = logs.get(uri);
      await log?.read();
      return log === undefined ? none : namedContent(log, position, logs, token);
    }),
  ];
};

/** A lens that cannot be resolved stays without a command, and is not shown. */
const resolvedLens = (logs: Logs): Feature => ({
  offers: {},
  serve: (connection) =>
    connection.onRequest(CodeLensResolveRequest.type, async (lens) =>
      resolveLens(lens, logs).catch((error: unknown) => {
        connection.console.error(`${CodeLensResolveRequest.method}: ${String(error)}`);
        return lens;
      }),
    ),
});
