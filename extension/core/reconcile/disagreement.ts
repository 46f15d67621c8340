import type { Evidence } from './evidence';
import {
  fail,
  ofMessage,
  pass,
  stateGroup,
  status,
  summary,
  validatedRow,
  type EvidenceKind,
} from './evidenceOf';
import { installedStates } from './installed';
import { lastResult } from './lastResult';
import { isAboutDistribution, isDistributionFailure, passId } from './messageIds';
import type { PairView } from './pairView';
import { newest } from './sightings';

/** Sources that cannot all be right about a pair. It never changes a verdict: it says how far to trust one. */
export interface Disagreement {
  /** What they are at odds about, in a sentence. */
  readonly about: string;
  /** Who says what, with raw codes and times. */
  readonly claims: readonly Evidence[];
}

/** A contradiction that was found: its claims are worked out for those who ask. */
interface Conflict {
  readonly about: string;
  readonly claims: readonly EvidenceKind[];
}

/** Every contradiction between the sources of a pair. */
export const disagreements = (view: PairView): readonly Disagreement[] =>
  checks
    .map((check) => check(view))
    .filter((found) => found !== undefined)
    .map(({ about, claims }) => ({ about, claims: claims.flatMap((claim) => claim(view)) }));

export const disagrees = (view: PairView): boolean => checks.some((check) => check(view) !== undefined);

const failed = 4;
const succeeded = 1;
const installFailed = 3;

const timeOf = (fact: { readonly time: number } | undefined): number => fact?.time ?? -Infinity;

/** Versions told of one and the same content: what arrives later is another. */
const versions = ({ pair, messages, placed }: PairView): Conflict | undefined => {
  const { summary: row, validated } = pair;
  const since = timeOf(placed);
  const told = newest(
    messages,
    ({ messageId, time, version }) => messageId === passId && version !== undefined && time > since,
  );
  const isInstalled = installedStates.has(row?.state ?? -1);
  const isOfThis = validated?.time !== undefined && validated.time > since;
  const claims = [
    { version: isInstalled ? row?.sourceVersion : undefined, claim: summary },
    { version: isOfThis ? validated.version : undefined, claim: validatedRow },
    { version: told?.version, claim: () => ofMessage(told) },
  ].filter(({ version }) => version !== undefined);
  return claims.some(({ version }) => version !== claims[0]?.version)
    ? {
        about: 'Sources disagree about the version on the DP.',
        claims: claims.map(({ claim }) => claim),
      }
    : undefined;
};

/** Validation verified it after all that failed, and yet a state or a result says that it failed. */
const failedDespitePass = ({ pair, messages, results }: PairView): Conflict | undefined => {
  const verified = results.pass;
  if (verified === undefined || lastResult(results) !== 'pass') return undefined;
  const failedStatus = pair.status?.messageState === failed ? pair.status.lastUpdate : undefined;
  const failure = newest(messages, ({ messageId }) => isDistributionFailure(messageId))?.time;
  // A distribution that failed after the pass is news, not a contradiction.
  if (Math.max(failure ?? -Infinity, failedStatus ?? -Infinity) > verified.time) return undefined;
  const { state, summaryDate } = pair.summary ?? {};
  const isStuck = state === installFailed && (failure ?? summaryDate ?? -Infinity) <= verified.time;
  const lastPass = newest(messages, ({ messageId }) => messageId === passId);
  const isDenied = results.fail !== undefined && timeOf(lastPass) <= results.fail.time;
  const against = [
    ...(failedStatus === undefined ? [] : [status]),
    ...(pair.stateGroup === failed ? [stateGroup] : []),
    ...(isStuck ? [summary] : []),
    ...(isDenied ? [fail] : []),
  ];
  return against.length === 0
    ? undefined
    : { about: 'It was verified, and another source still says failed.', claims: [pass, ...against] };
};

/** Validation found it damaged, and yet a state that follows status messages says installed. */
const installedDespiteFail = ({ pair, messages, results }: PairView): Conflict | undefined => {
  const found = results.fail;
  if (found === undefined || lastResult(results) !== 'fail') return undefined;
  // Something newer was heard of it: then the state is of that.
  if (timeOf(newest(messages, ({ messageId }) => isAboutDistribution(messageId))) > found.time)
    return undefined;
  const isOlder = pair.status?.messageState === succeeded && pair.status.lastUpdate < found.time;
  const against = [...(isOlder ? [status] : []), ...(pair.stateGroup === succeeded ? [stateGroup] : [])];
  return against.length === 0
    ? undefined
    : { about: 'Validation failed, and another source still says installed.', claims: [fail, ...against] };
};

const checks = [versions, failedDespitePass, installedDespiteFail];
