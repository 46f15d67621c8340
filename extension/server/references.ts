import type { CancellationToken, Location, Position } from 'vscode-languageserver';
import { Breath } from './breath';
import type { LogDocument } from './documents/logDocument';
import type { Logs } from './logs';
import { placesOf, thingAt } from './thing';

/** Where the package, DP, job or thread at a place stands, in every open log. */
export const references = async (
  document: LogDocument,
  position: Position,
  logs: Logs,
  token: CancellationToken,
): Promise<Location[]> => {
  const thing = thingAt(document, document.offsetAt(position), logs.siteCodes);
  if (thing === undefined) return [];
  const breath = new Breath(token);
  const found: Location[] = [];
  for (const log of logs.all)
    for (const { start, end } of await placesOf(log, thing, logs.siteCodes, breath))
      found.push({ uri: log.uri, range: log.rangeOf(start, end) });
  return found;
};
