import type { CancellationToken, Position, SelectionRange } from 'vscode-languageserver';
import type { LogDocument } from './documents/logDocument';
import type { Logs } from './logs';
import type { Stretch } from './survey/stretches';
import { thingAt, type Place } from './thing';

/** Selections that grow: word, message, record, the run of one thread that the record stands in, the log. */
export const selectionRanges = async (
  document: LogDocument,
  positions: readonly Position[],
  logs: Logs,
  token: CancellationToken,
): Promise<SelectionRange[]> => {
  const { stretches } = await logs.survey(document, token);
  return positions.map((position) => {
    const offset = document.offsetAt(position);
    const places = growing(
      [
        wordAt(document, offset),
        thingAt(document, offset, logs.siteCodes),
        ...recordPlaces(document, offset, stretches.all),
        { start: 0, end: document.length },
      ],
      offset,
    );
    return (
      places.reduceRight<SelectionRange | undefined>(
        (parent, { start, end }) => ({
          range: document.rangeOf(start, end),
          ...(parent !== undefined && { parent }),
        }),
        undefined,
      ) ?? { range: { start: position, end: position } }
    );
  });
};

const recordPlaces = (
  document: LogDocument,
  offset: number,
  stretches: readonly Stretch[],
): readonly (Place | undefined)[] => {
  const record = document.recordAt(offset);
  if (record === undefined) return [];
  const stretch = stretches.find(({ last }) => last >= record.index);
  const [first, last] = [document.record(stretch?.first ?? -1), document.record(stretch?.last ?? -1)];
  const run = first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
  return [{ start: record.messageStart, end: record.messageEnd }, record, run];
};

/** Those that hold the place and the ones before them. */
const growing = (places: readonly (Place | undefined)[], offset: number): readonly Place[] => {
  const found: Place[] = [];
  for (const place of places) {
    const inner = found.at(-1) ?? { start: offset, end: offset };
    if (place === undefined || place.start > inner.start || place.end < inner.end) continue;
    if (place.end - place.start > inner.end - inner.start) found.push(place);
  }
  return found;
};

/** Units on either side that are looked at for the ends of a word. */
const reach = 200;

const wordAt = (document: LogDocument, offset: number): Place => {
  const from = Math.max(0, offset - reach);
  const before = /[\w-]*$/.exec(document.slice(from, offset))?.[0].length ?? 0;
  const behind = /^[\w-]*/.exec(document.slice(offset, offset + reach))?.[0].length ?? 0;
  return { start: offset - before, end: offset + behind };
};
