import { arrivalIds } from './messageIds';
import type { PairFacts, PairMessage } from './pairFacts';
import { newest } from './sightings';

/** The newest time at which content is known to have arrived for the pair, and what says so. */
export interface Placed {
  /** UTC epoch milliseconds. */
  readonly time: number;
  readonly by: 'LastCopied' | 'LastRefreshTime' | PairMessage;
}

/** undefined: nothing says that it ever arrived. */
export const placedOf = (pair: PairFacts, messages: readonly PairMessage[]): Placed | undefined => {
  const arrival = newest(messages, ({ messageId }) => arrivalIds.has(messageId));
  let placed: Placed | undefined = arrival && { time: arrival.time, by: arrival };
  const offer = (time: number | undefined, by: Placed['by']): void => {
    if (time !== undefined && time > (placed?.time ?? -Infinity)) placed = { time, by };
  };
  offer(pair.summary?.lastCopied, 'LastCopied');
  offer(pair.target?.lastRefresh, 'LastRefreshTime');
  return placed;
};
