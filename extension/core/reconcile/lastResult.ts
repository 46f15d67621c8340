import { failIds, passId } from './messageIds';
import type { PairFacts, PairMessage } from './pairFacts';
import { newest } from './sightings';

/** Content was found whole: by a message 2384, by ValidatedVersionTime, or as remembered of an earlier read. */
export interface Pass {
  /** UTC epoch milliseconds. */
  readonly time: number;
  readonly by: PairMessage | 'ValidatedVersionTime' | 'history';
}

/** Results of content validation that still speak of what is on the DP now. */
export interface Results {
  readonly pass: Pass | undefined;
  readonly fail: PairMessage | undefined;
}

/**
 * The newest pass and the newest fail since the content was placed.
 * @param placed when it was; undefined: not known, then every result counts
 * @param version the package's current version; a pass of a lower one, where its version is known, is none
 */
export const resultsOf = (
  pair: PairFacts,
  messages: readonly PairMessage[],
  placed: number | undefined,
  version: number | undefined,
): Results => {
  const since = placed ?? -Infinity;
  const isCurrent = (of: number | undefined): boolean =>
    of === undefined || version === undefined || of >= version;
  const verified = newest(
    messages,
    (one) => one.messageId === passId && one.time > since && isCurrent(one.version),
  );
  const fail = newest(messages, (one) => failIds.has(one.messageId) && one.time > since);
  const timeOf = (one: PassRow | undefined): number | undefined =>
    one?.time !== undefined && one.time > since && isCurrent(one.version) ? one.time : undefined;
  let pass: Pass | undefined = verified && { time: verified.time, by: verified };
  const offer = (time: number | undefined, by: Pass['by']): void => {
    if (time !== undefined && time > (pass?.time ?? -Infinity)) pass = { time, by };
  };
  offer(timeOf(pair.validated), 'ValidatedVersionTime');
  offer(timeOf(pair.rememberedPass), 'history');
  return { pass, fail };
};

/** A row that may prove presence, never absence. */
interface PassRow {
  readonly time: number | undefined;
  readonly version: number | undefined;
}

/** What validation said last. A fail of the same moment counts more than a pass. */
export const lastResult = ({ pass, fail }: Results): 'pass' | 'fail' | undefined => {
  if (fail !== undefined && fail.time >= (pass?.time ?? -Infinity)) return 'fail';
  return pass === undefined ? undefined : 'pass';
};
