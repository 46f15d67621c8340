import type { PairFacts } from '../core/reconcile/pairFacts';

/** Takes batches in until some complete pairs; these pairs, and those that the rest of the batches complete. */
export const firstPairs = async <B>(
  batches: AsyncIterable<B>,
  add: (batch: B) => readonly PairFacts[] | undefined,
): Promise<AsyncIterable<readonly PairFacts[]>> => {
  const iterator = batches[Symbol.asyncIterator]();
  const first = await nextPairs(iterator, add);
  return restOfPairs(first, iterator, add);
};

/** undefined at the end. */
const nextPairs = async <B>(
  batches: AsyncIterator<B>,
  add: (batch: B) => readonly PairFacts[] | undefined,
): Promise<readonly PairFacts[] | undefined> => {
  for (;;) {
    const next = await batches.next();
    if (next.done === true) return undefined;
    const pairs = add(next.value);
    if (pairs !== undefined) return pairs;
  }
};

async function* restOfPairs<B>(
  first: readonly PairFacts[] | undefined,
  batches: AsyncIterator<B>,
  add: (batch: B) => readonly PairFacts[] | undefined,
): AsyncIterable<readonly PairFacts[]> {
  try {
    for (let pairs = first; pairs !== undefined; pairs = await nextPairs(batches, add))
      if (pairs.length > 0) yield pairs;
  } finally {
    await batches.return?.();
  }
}

/** The same batches with each pair changed. */
export async function* mappedPairs(
  batches: AsyncIterable<readonly PairFacts[]>,
  change: (pair: PairFacts) => PairFacts,
): AsyncIterable<readonly PairFacts[]> {
  for await (const pairs of batches) yield pairs.map(change);
}
