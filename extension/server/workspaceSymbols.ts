import type { CancellationToken, SymbolInformation } from 'vscode-languageserver';
import type { LogDocument } from './documents/logDocument';
import type { Logs } from './logs';
import { thingKinds } from './survey/tally';
import { titlesOfThings } from './survey/thingTitles';
import { symbolKinds } from './symbols';

/** A longer list is of no use: one types more of the name. */
const most = 500;

/** What occurs in any open log and has this text in its name; nothing for no text. */
export const workspaceSymbols = async (
  query: string,
  logs: Logs,
  token: CancellationToken,
): Promise<SymbolInformation[]> => {
  const wanted = query.trim().toLowerCase();
  const found: SymbolInformation[] = [];
  if (wanted === '') return found;
  for (const document of logs.all) {
    found.push(...(await symbolsOf(document, wanted, logs, token)));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
};

const symbolsOf = async (
  document: LogDocument,
  wanted: string,
  logs: Logs,
  token: CancellationToken,
): Promise<readonly SymbolInformation[]> => {
  const { tallies } = await logs.survey(document, token);
  const found: SymbolInformation[] = [];
  for (const kind of thingKinds) {
    const all = tallies.of[kind];
    const titleOf = await titlesOfThings(document, logs, kind, [...all.keys()]);
    for (const [key, { first }] of all) {
      const name = titleOf(key);
      if (!name.toLowerCase().includes(wanted)) continue;
      const start = document.record(first)?.start ?? 0;
      const location = { uri: document.uri, range: document.rangeOf(start, start) };
      found.push({ name, kind: symbolKinds[kind], location, containerName: fileOf(document.uri) });
    }
  }
  return found;
};

const fileOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
