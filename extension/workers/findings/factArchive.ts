import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PairFacts } from '../../core/reconcile/pairFacts';
import type { SiteFacts } from '../../core/reconcile/siteFacts';

/** Where the facts of a pair are: its chunk, and its place in it. */
export interface FactPlace {
  readonly chunk: FactChunk;
  readonly place: number;
}

/** Facts of up to a thousand pairs, packed; freed with the last row that points here. */
export interface FactChunk {
  readonly packed: Uint8Array;
  /** Shared by all chunks of one sort of load. */
  readonly site: SiteOfLoad;
}

/** The site's facts as of a load. Scoped loads share one holder, so that only the newest are kept. */
export interface SiteOfLoad {
  facts: SiteFacts;
}

const chunkLength = 1000;

/** Packs facts: a pair takes a tenth of what its objects would, and is only looked at when it is explained. */
export const packFacts = (pairs: readonly PairFacts[], site: SiteOfLoad): readonly FactPlace[] => {
  const places: FactPlace[] = [];
  for (let from = 0; from < pairs.length; from += chunkLength) {
    const slice = pairs.slice(from, from + chunkLength);
    const chunk = { packed: deflateRawSync(serialize(slice), { level: 1 }), site };
    places.push(...slice.map((_, place) => ({ chunk, place })));
  }
  return places;
};

/** The facts at many places; each chunk is unpacked once, and one at a time. */
export function* factsByChunk(places: readonly FactPlace[]): Iterable<readonly [FactPlace, PairFacts]> {
  const byChunk = new Map<FactChunk, FactPlace[]>();
  for (const place of places) {
    const known = byChunk.get(place.chunk);
    if (known === undefined) byChunk.set(place.chunk, [place]);
    else known.push(place);
  }
  for (const [chunk, ofChunk] of byChunk) {
    const facts = unpackChunk(chunk);
    for (const place of ofChunk) {
      const pair = facts[place.place];
      if (pair !== undefined) yield [place, pair];
    }
  }
}

export const unpackFacts = ({ chunk, place }: FactPlace): PairFacts | undefined => unpackChunk(chunk)[place];

/** Takes milliseconds: who needs many pairs asks for each chunk once. */
export const unpackChunk = (chunk: FactChunk): readonly PairFacts[] =>
  deserialize(inflateRawSync(chunk.packed)) as readonly PairFacts[];
