import type { Fate } from '../run/fate';
import { ended, type StepNews } from '../run/news';
import type { BadPackage, ValidationSigns } from './validationSigns';
import { usualLength, validationSigns } from './validationSigns';
import type { DpValidation, ValidationLog } from './dpValidation';
import { doneBy, percentDone, timeLeft } from './validationEnd';

/** More packages than this are counted, not named. */
const mostNamed = 200;

/**
 * How the validation of a whole DP goes on. Status messages decide how it ends; the log tells more on the way, and
 * earlier.
 * @param at when it was asked for
 * @param patience milliseconds to wait for its next sign
 */
export const validationNews = (seen: DpValidation, at: number, now: number, patience: number): StepNews => {
  const signs = validationSigns(seen.messages, at);
  const log = seen.log !== undefined && 'file' in seen.log ? seen.log : undefined;
  const bad = badPackages(signs, log);
  if (signs.finished !== undefined) return ended(fate('accepted', finishedWords(signs, bad), bad));
  if (signs.broken !== undefined) return ended(fate('notProved', brokenWords(signs, bad), bad));
  const lastSign = Math.max(at, signs.lastSign ?? 0, log?.lastSign ?? 0);
  if (now - lastSign >= patience)
    return ended({ ...fate('notProved', silentWords(signs, log, seen), bad), timedOut: true });
  const done = Math.max(doneBy(signs), log === undefined ? 0 : doneBy(log));
  const pace = { begun: signs.begun, done, listed: seen.listed, usual: usualLength(seen.messages, at) };
  return {
    kind: 'none',
    percent: percentDone(done, seen.listed),
    words: wordsOf(signs, seen, log, done, bad.length),
    left: timeLeft(pace, now),
    culprits: bad.slice(0, mostNamed),
  };
};

/** What the messages say, with what the log says about the same packages; and what only the log says so far. */
const badPackages = (signs: ValidationSigns, log: ValidationLog | undefined): readonly BadPackage[] => {
  const told = new Set(signs.bad.map(({ packageId }) => packageId));
  const logged = new Map((log?.bad ?? []).map((one) => [one.packageId, one]));
  return [
    ...signs.bad.map((one) => ({
      ...one,
      culprits: [...one.culprits, ...(logged.get(one.packageId)?.culprits ?? [])],
    })),
    ...(log?.bad ?? []).filter(({ packageId }) => packageId !== '' && !told.has(packageId)),
  ];
};

const fate = (kind: Fate['kind'], cause: string, bad: readonly BadPackage[]): Fate => ({
  kind,
  cause,
  ...(bad.length === 0 ? {} : { culprits: bad.slice(0, mostNamed) }),
});

const finishedWords = (signs: ValidationSigns, bad: readonly BadPackage[]): string =>
  `All content was evaluated (2386): ${counts(signs.verified, bad.length)}.${bad.length === 0 ? '' : ' The tree shows what they need.'}`;

const brokenWords = ({ verified }: ValidationSigns, bad: readonly BadPackage[]): string =>
  [
    "The DP's two package lists disagree (2388), so its content was not evaluated to the end.",
    ...(verified + bad.length === 0 ? [] : [`Before that: ${counts(verified, bad.length)}.`]),
    'Find out where they differ, mend that, and validate again.',
  ].join(' ');

const silentWords = (
  { begun }: ValidationSigns,
  log: ValidationLog | undefined,
  { log: asked }: DpValidation,
): string => {
  const next =
    log?.isCompleted === true
      ? `${log.file} says that the cycle completed: look why its state messages do not reach the site (management point).`
      : log !== undefined
        ? `Look into ${log.file}.`
        : `Look into smsdpmon.log on the DP${asked === undefined ? '' : `; it was not read (${notReadOf(asked)})`}.`;
  return `${begun === undefined ? 'It was started, and no message of it has come' : 'It has begun, and its 2386 has not come'} in time. ${next}`;
};

const notReadOf = (log: NonNullable<DpValidation['log']>): string => ('notRead' in log ? log.notRead : '');

const wordsOf = (
  signs: ValidationSigns,
  { listed, log: asked }: DpValidation,
  log: ValidationLog | undefined,
  done: number,
  bad: number,
): string => {
  const unfollowed =
    asked !== undefined && 'notRead' in asked ? ` smsdpmon.log is not followed: ${asked.notRead}` : '';
  if (signs.begun === undefined && log?.lastSign === undefined)
    return `Started; no message yet.${unfollowed}`;
  const current = log?.current ?? signs.current;
  const parts = [
    `${done}${listed === undefined ? '' : ` of ${listed}`} packages evaluated`,
    ...(bad === 0 ? [] : [`${bad} bad`]),
    ...(log?.isCompleted === true ? ['completed by smsdpmon.log'] : []),
    ...(log?.isCompleted !== true && current !== undefined ? [`now ${current}`] : []),
  ];
  return `${parts.join(', ')}.${unfollowed}`;
};

const counts = (verified: number, bad: number): string => `${verified} verified, ${bad} bad`;
