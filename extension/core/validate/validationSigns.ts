import { medianOf } from './medianOf';
import { validationIds, type ValidationMessage } from './validationMessage';

/** A package that a validation found bad. */
export interface BadPackage {
  readonly packageId: string;
  /** 2382, 2383 or 2385. */
  readonly messageId: number;
  /** UTC epoch milliseconds. */
  readonly time: number;
  /** What is wrong with it, as far as a message or the log names it: files, the line before the result. */
  readonly culprits: readonly string[];
}

/** What is seen of a validation of a whole DP since it was asked for. Times are UTC epoch milliseconds. */
export interface ValidationSigns {
  /** The first message of it. */
  readonly begun: number | undefined;
  /** 2386: all content was evaluated. */
  readonly finished: number | undefined;
  /** 2388: the DP's package lists disagree. */
  readonly broken: number | undefined;
  readonly verified: number;
  readonly bad: readonly BadPackage[];
  /** The package that is evaluated now, as far as that is told. */
  readonly current: string | undefined;
  readonly lastSign: number | undefined;
}

/** Messages that say how a package's evaluation ended: whether badly. */
const results: ReadonlyMap<number, boolean> = new Map<number, boolean>([
  [validationIds.verified, false],
  [validationIds.hashInvalid, true],
  [validationIds.corrupt, true],
  [validationIds.filesMissing, true],
]);

/**
 * @param messages of the DP, in any order
 * @param at when the validation was asked for; what was said before is of another one
 */
export const validationSigns = (messages: readonly ValidationMessage[], at: number): ValidationSigns => {
  // Times of status messages may be of whole seconds.
  const since = Math.floor(at / 1000) * 1000;
  const told = messages.filter(({ time }) => time >= since).sort((a, b) => a.time - b.time);
  const newest = new Map<string, ValidationMessage>();
  for (const message of told) if (results.has(message.messageId)) newest.set(message.packageId, message);
  const verdicts = [...newest.values()];
  const last = told.findLast(({ messageId }) => messageId === validationIds.packageBegun);
  const isOpen = last !== undefined && !((newest.get(last.packageId)?.time ?? -Infinity) >= last.time);
  const timeOf = (id: number): number | undefined => told.findLast(({ messageId }) => messageId === id)?.time;
  return {
    begun: told[0]?.time,
    finished: timeOf(validationIds.allVerified),
    broken: timeOf(validationIds.listsDisagree),
    verified: verdicts.filter(({ messageId }) => messageId === validationIds.verified).length,
    bad: verdicts
      .filter(({ messageId }) => results.get(messageId) === true)
      .map(({ packageId, messageId, time, files }) => ({
        packageId,
        messageId,
        time,
        culprits: files === '' ? [] : [files],
      })),
    current: isOpen ? last.packageId : undefined,
    lastSign: told.at(-1)?.time,
  };
};

/** When a cycle began that has not ended, as its marks tell; undefined: none is open. */
export const openCycle = (messages: readonly ValidationMessage[], now: number): number | undefined => {
  const newest = (...ids: readonly number[]): number =>
    Math.max(
      -Infinity,
      ...messages.filter(({ messageId }) => ids.includes(messageId)).map(({ time }) => time),
    );
  const begun = newest(validationIds.listRead);
  const isOpen = begun > newest(validationIds.allVerified, validationIds.listsDisagree);
  return isOpen && now - begun < longestCycle ? begun : undefined;
};

/** A cycle without an end that began longer ago than this was broken off; large DPs take more than a day. */
export const longestCycle = 48 * 60 * 60 * 1000;

/** How long the last finished cycles took, in milliseconds, by their marks; undefined: none is known. */
export const usualLength = (messages: readonly ValidationMessage[], before: number): number | undefined => {
  const marks = messages.filter(({ time }) => time < before).sort((a, b) => a.time - b.time);
  const lengths: number[] = [];
  let begun: number | undefined;
  for (const { messageId, time } of marks) {
    if (messageId === validationIds.listRead) begun = time;
    else if (messageId === validationIds.listsDisagree) begun = undefined;
    else if (messageId === validationIds.allVerified) {
      if (begun !== undefined) lengths.push(time - begun);
      begun = undefined;
    }
  }
  return medianOf(lengths.slice(-3));
};
