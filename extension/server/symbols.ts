import { SymbolKind, type CancellationToken, type DocumentSymbol } from 'vscode-languageserver';
import type { LogDocument } from './documents/logDocument';
import { say, type Logs } from './logs';
import { thingKinds, type Tally, type ThingKind } from './survey/tally';
import { titlesOfThings } from './survey/thingTitles';

/** More than this of one kind are not listed: those with errors are, and those that occur most. */
const most = 2000;

export const symbolKinds: Readonly<Record<ThingKind, SymbolKind>> = {
  component: SymbolKind.Module,
  thread: SymbolKind.Event,
  package: SymbolKind.Package,
  dp: SymbolKind.Interface,
  job: SymbolKind.Function,
};

/**
 * What a log is about, in groups: components, threads, packages, DPs and jobs, each where it occurs first. The places
 * are empty, because things interleave: a range from the first record to the last one would be of no use.
 */
export const documentSymbols = async (
  document: LogDocument,
  logs: Logs,
  token: CancellationToken,
): Promise<DocumentSymbol[]> => {
  const { tallies } = await logs.survey(document, token);
  const groups: DocumentSymbol[] = [];
  for (const kind of thingKinds) {
    const all = tallies.of[kind];
    if (all.size === 0) continue;
    const listed = mostTelling([...all]);
    const titleOf = await titlesOfThings(
      document,
      logs,
      kind,
      Array.from(listed, ([key]) => key),
    );
    const children = listed.map(([key, tally]) => ({
      name: titleOf(key),
      detail: detailOf(tally, logs),
      kind: symbolKinds[kind],
      ...placeAt(document, tally.first),
    }));
    groups.push({
      name: nameOf(kind, logs),
      detail: listed.length < all.size ? say(logs.words.listed, listed.length, all.size) : String(all.size),
      kind: SymbolKind.Namespace,
      ...placeAt(document, 0),
      children,
    });
  }
  return groups;
};

const mostTelling = (things: readonly (readonly [number, Tally])[]): readonly (readonly [number, Tally])[] =>
  things.length <= most
    ? things
    : things
        .toSorted(([, a], [, b]) => b.errors - a.errors || b.records - a.records)
        .slice(0, most)
        .sort(([, a], [, b]) => a.first - b.first);

const nameOf = (kind: ThingKind, { words }: Logs): string => {
  switch (kind) {
    case 'component':
      return words.components;
    case 'thread':
      return words.threads;
    case 'package':
      return words.packages;
    case 'dp':
      return words.dps;
    case 'job':
      return words.jobs;
  }
};

const detailOf = ({ records, errors }: Tally, { words }: Logs): string => {
  const found = records === 1 ? words.record : say(words.records, records);
  if (errors === 0) return found;
  return `${found}, ${errors === 1 ? words.error : say(words.errors, errors)}`;
};

const placeAt = (document: LogDocument, index: number): Pick<DocumentSymbol, 'range' | 'selectionRange'> => {
  const start = document.record(index)?.start ?? 0;
  const range = document.rangeOf(start, start);
  return { range, selectionRange: range };
};
