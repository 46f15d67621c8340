import type { LogLine } from '../analyse/logLine';
import type { Signature, SignatureSeverity } from './signature';
import type { SignatureHit } from './signatureHit';

/** A signature, how often it was found, and where. */
export interface FoundSignature {
  readonly signature: Signature;
  readonly count: number;
  readonly first: LogLine;
  readonly last: LogLine;
  /** The first ones and the newest, for evidence. */
  readonly hits: readonly SignatureHit[];
}

const mostFirst = 10;
const mostNewest = 10;

interface Tally {
  count: number;
  readonly first: SignatureHit[];
  readonly newest: SignatureHit[];
}

/** Adds up hits by signature; of many it keeps the first ones and the newest. */
export class SignatureTally {
  private readonly tallies = new Map<Signature, Tally>();

  add(hits: readonly SignatureHit[]): void {
    for (const hit of hits) {
      const tally = this.tallies.get(hit.signature) ?? { count: 0, first: [], newest: [] };
      this.tallies.set(hit.signature, tally);
      tally.count++;
      if (tally.first.length < mostFirst) tally.first.push(hit);
      else {
        tally.newest.push(hit);
        if (tally.newest.length > mostNewest) tally.newest.shift();
      }
    }
  }

  /** The worst first, then the most frequent. */
  get all(): readonly FoundSignature[] {
    return [...this.tallies]
      .map(([signature, tally]) => foundOf(signature, tally))
      .toSorted(
        (a, b) =>
          ranks[a.signature.severity] - ranks[b.signature.severity] ||
          b.count - a.count ||
          (a.signature.id < b.signature.id ? -1 : 1),
      );
  }
}

const ranks: Readonly<Record<SignatureSeverity, number>> = { error: 0, warning: 1, info: 2 };

const foundOf = (signature: Signature, { count, first, newest }: Tally): FoundSignature => {
  const hits = [...first, ...newest];
  const [begin, end] = [hits[0]?.lines[0], hits.at(-1)?.lines.at(-1)];
  if (begin === undefined || end === undefined) throw new RangeError('A hit rests on a line.');
  return { signature, count, first: begin, last: end, hits };
};
