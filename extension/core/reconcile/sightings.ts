import type { PairFacts, PairMessage } from './pairFacts';

/**
 * The pair's status messages, with the one that vSMS_DistributionDPStatus still shows after the message itself
 * was deleted by age.
 */
export const sightings = ({ messages, status }: PairFacts): readonly PairMessage[] => {
  if (status === undefined) return messages;
  const known = messages.some(
    ({ messageId, time, recordId }) =>
      messageId === status.messageId && (recordId === status.recordId || time >= status.lastUpdate),
  );
  if (known) return messages;
  const { messageId, lastUpdate, recordId } = status;
  return [...messages, { messageId, time: lastUpdate, recordId, version: undefined }];
};

/** The newer of two messages; RecordIDs grow, so they decide between messages of the same moment. */
export const isNewer = (one: PairMessage, other: PairMessage): boolean =>
  one.time === other.time ? compareIds(one.recordId, other.recordId) > 0 : one.time > other.time;

export const newest = (
  messages: readonly PairMessage[],
  counts: (message: PairMessage) => boolean,
): PairMessage | undefined => {
  let found: PairMessage | undefined;
  for (const message of messages)
    if (counts(message) && (found === undefined || isNewer(message, found))) found = message;
  return found;
};

const compareIds = (one: string, other: string): number =>
  one.length === other.length ? Number(one > other) - Number(one < other) : one.length - other.length;
