import { lastResult, type Pass } from '../lastResult';
import { passId, removedId } from '../messageIds';
import type { PairMessage } from '../pairFacts';
import type { PairView } from '../pairView';
import { newest } from '../sightings';
import { validatedReason } from '../validatedReason';
import { fits, no, noUnlessUnread, unlessUnread, type Rule, type Ruling } from './rule';

// What rules 3, 4, 6 and 9 needed was read when these are asked: summarizer, package, status messages. Passes
// that only v_ContentDistributionVersions knows may still be missing.

/** 10. Removed from the DP after it was placed and after its last pass; the target row stayed. */
export const removed: Rule = (view) => {
  const { messages, placed, results } = view;
  const removal = newest(messages, ({ messageId }) => messageId === removedId);
  const there = Math.max(placed?.time ?? -Infinity, results.pass?.time ?? -Infinity);
  if (removal === undefined || removal.time <= there) return no;
  const reason = 'Removed from the DP after its last proof (2331); still targeted.';
  return unlessUnread(view, 'validatedVersions', fits('missing', reason, removal.time));
};

/** 11. The last result is a fail. */
export const validationFailed: Rule = (view) => {
  const { results } = view;
  const { fail } = results;
  return fail !== undefined && lastResult(results) === 'fail'
    ? unlessUnread(view, 'validatedVersions', failed(fail))
    : no;
};

const failed = ({ messageId, time }: PairMessage): Ruling => {
  switch (messageId) {
    case 2382:
      return fits('hashFailed', 'Validation found a wrong hash (2382).', time);
    case 2385:
      return fits('filesMissing', 'Validation found files missing (2385).', time);
    default:
      return fits('corrupt', 'Validation found the package missing or corrupt (2383).', time);
  }
};

/** 13. The DP holds a version below the package's. */
export const oldVersion: Rule = (view) => {
  const wanted = view.package?.sourceVersion;
  const { summary } = view.pair;
  if (wanted === undefined) return { kind: 'unread', sources: ['packages'] };
  if (summary?.sourceVersion !== undefined && summary.sourceVersion < wanted)
    return fits(
      'oldVersion',
      'The DP holds an older version than the package (SourceVersion of the summarizer).',
      summary.summaryDate,
    );
  const validated = validatedVersion(view);
  if (validated === undefined || validated.version >= wanted) return no;
  const reason = 'Validation verified an older version than the package has now.';
  return unlessUnread(view, 'validatedVersions', fits('oldVersion', reason, validated.time));
};

/** The version that the newest validation since the content was placed spoke of, where one says it. */
const validatedVersion = ({
  pair,
  messages,
  placed,
}: PairView): { readonly version: number; readonly time: number } | undefined => {
  const since = placed?.time ?? -Infinity;
  const told = newest(
    messages,
    ({ messageId, time, version }) => messageId === passId && version !== undefined && time > since,
  );
  const { version, time } = pair.validated ?? {};
  if (version !== undefined && time !== undefined && time > since && time >= (told?.time ?? -Infinity))
    return { version: Math.min(version, told?.time === time ? (told.version ?? version) : version), time };
  return told?.version === undefined ? undefined : { version: told.version, time: told.time };
};

/** 14. The last result is a pass, of the last finished cycle or newer; without one, not older than the limit. */
export const validated: Rule = (view) => {
  const { results, cycle, ages, staleAfter } = view;
  const { pass } = results;
  const isTooOld = ({ time }: Pass): boolean =>
    cycle === undefined ? ages.isOlder(time, staleAfter) : time < (cycle.start ?? cycle.end);
  if (pass === undefined || lastResult(results) !== 'pass' || isTooOld(pass))
    return noUnlessUnread(view, 'validatedVersions');
  return fits('validated', validatedReason(pass.by, cycle !== undefined), pass.time);
};
