import {
  DocumentHighlightKind,
  type CancellationToken,
  type DocumentHighlight,
  type Position,
} from 'vscode-languageserver';
import { Breath } from './breath';
import type { LogDocument } from './documents/logDocument';
import type { Logs } from './logs';
import { placesOf, thingAt } from './thing';

/** Where the package, DP, job or thread at a place stands in its log; null leaves it to the editor to look for the word. */
export const documentHighlights = async (
  document: LogDocument,
  position: Position,
  logs: Logs,
  token: CancellationToken,
): Promise<DocumentHighlight[] | null> => {
  const thing = thingAt(document, document.offsetAt(position), logs.siteCodes);
  if (thing === undefined) return null;
  const places = await placesOf(document, thing, logs.siteCodes, new Breath(token));
  return places.map(({ start, end }) => ({
    range: document.rangeOf(start, end),
    kind: DocumentHighlightKind.Text,
  }));
};
