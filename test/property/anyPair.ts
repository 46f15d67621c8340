import fc from 'fast-check';
import { statusMessage } from '../../extension/core/monitor/statusMessage';
import type { DpCycles } from '../../extension/core/reconcile/cycle';
import type { PairFacts, PairMessage } from '../../extension/core/reconcile/pairFacts';
import type { FactSource, SiteFacts } from '../../extension/core/reconcile/siteFacts';
import { daysAgo, factsOf, hoursAgo, key } from '../unit/reconcile/pairCase';

export interface Facts {
  readonly site: SiteFacts;
  readonly pair: PairFacts;
}

/** Few moments, so that facts often fall together. */
const time = fc.constantFrom(
  ...[0.5, 1, 8, 9, 10, 11, 24, 25, 30].map(hoursAgo),
  ...[3, 29, 31, 40, 70].map(daysAgo),
);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 4 });
const version = fc.constantFrom(4, 5, 5, 5, 6);
/** What is so on most sites, now and then otherwise: rules far down the table are reached too. */
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const cycles: fc.Arbitrary<DpCycles> = fc
  .tuple(fc.uniqueArray(time, { minLength: 3, maxLength: 3 }), maybe(time), maybe(time), maybe(time))
  .chain(([marks, newestStart, newestBroken, firstSeen]) => {
    const [previousEnd = 0, startMark = 0, lastEnd = 0] = [...marks].sort((a, b) => a - b);
    const counts = maybe(fc.integer({ min: 0, max: 50 }));
    return fc.record({
      lastEnd: maybe(fc.constant(lastEnd)),
      previousEnd: maybe(fc.constant(previousEnd)),
      startMark: maybe(fc.constant(startMark)),
      newestStart: fc.constant(newestStart),
      newestBroken: fc.constant(newestBroken),
      firstSeen: fc.constant(firstSeen),
      results: counts,
      previousResults: counts,
    });
  });

const messageIds = [2301, 2302, 2303, 2323, 2330, 2331, 2357, 2380, 2382, 2383, 2384, 2384, 2384, 2385];
const messages: fc.Arbitrary<readonly PairMessage[]> = fc
  .uniqueArray(
    fc.record({
      messageId: fc.constantFrom(...messageIds, 8200, 8204, 8210, 9506, 9509),
      time,
      version: maybe(version),
    }),
    { selector: ({ messageId }) => messageId, maxLength: 5 },
  )
  .map((some) =>
    some.map((one, index) => ({ ...one, recordId: String(72_057_594_037_927_936n + BigInt(index)) })),
  );

const states = { success: 1, inProgress: 2, failed: 4 } as const;

/** What Content Status would show of the newest message. */
const statusOf = (pair: PairFacts): Pick<PairFacts, 'status' | 'stateGroup'> => {
  const newest = [...pair.messages].sort((a, b) => b.time - a.time || (a.recordId < b.recordId ? 1 : -1))[0];
  if (newest === undefined) return { status: undefined, stateGroup: undefined };
  const messageState = states[statusMessage(newest.messageId)?.pairState ?? 'success'];
  const { messageId, time: lastUpdate, recordId } = newest;
  return { status: { messageId, messageState, lastUpdate, recordId }, stateGroup: messageState };
};

/** Facts that need not go together, but for status and StateGroup, which follow from the messages. */
export const anyPair: fc.Arbitrary<Facts> = fc
  .record({
    base: fc.record({
      dp: fc.option(
        fc.record({
          isCloud: fc.boolean(),
          validates: maybe(fc.boolean()),
          validationSchedule: fc.constantFrom(undefined, '0001200000188000'),
        }),
        { nil: undefined, freq: 20 },
      ),
      package: fc.option(
        fc.record({
          type: mostly(0, 4),
          sourceFlag: mostly<number | undefined>(2, 1, undefined),
          flags: mostly<number | undefined>(0, 0x10000000, undefined),
          sourceVersion: mostly<number | undefined>(5, undefined),
          storedVersion: mostly<number | undefined>(5, 4, undefined),
          bytes: mostly<number | undefined>(1000, 0, undefined),
          actionInProgress: mostly<number | undefined>(0, 1, 3, undefined),
          action: mostly<number | undefined>(0, 1, 3, undefined),
        }),
        { nil: undefined, freq: 20 },
      ),
      target: fc.option(
        fc.record({ status: mostly<number | undefined>(2, 0, 3, undefined), lastRefresh: maybe(time) }),
        { nil: undefined, freq: 20 },
      ),
      summary: maybe(
        fc.record({
          state: mostly<number | undefined>(0, 8, 1, 2, 3, 3, 4, 5, 6, 7, undefined),
          sourceVersion: maybe(version),
          lastCopied: maybe(time),
          summaryDate: maybe(time),
        }),
      ),
      validated: maybe(fc.record({ version: maybe(version), time: maybe(time) })),
      messages,
      inGroup: fc.boolean(),
      oldestPass: maybe(time),
    }),
    jobs: fc.array(
      fc.record({
        jobId: fc.constantFrom('1', '2'),
        state: fc.constantFrom(5, 5, 5, 6, 0, 1, 2, 3, 4, 7, 8, 9),
        changed: maybe(time),
      }),
      {
        maxLength: 2,
      },
    ),
    hasContent: maybe(fc.boolean()),
    cycles: maybe(cycles),
  })
  .map(({ base, jobs, hasContent, cycles: marks }) => {
    const { site, pair } = factsOf({ ...base, pair: { jobs, hasContent } });
    return {
      site: { ...site, cycles: marks === undefined ? new Map() : new Map([[key, marks]]) },
      pair: { ...pair, ...statusOf(pair) },
    };
  });

export const sources = [
  'targets',
  'distributionPoints',
  'packages',
  'contents',
  'summaries',
  'groups',
  'sizes',
  'predefinedPackages',
  'statuses',
  'contentStates',
  'validatedVersions',
  'jobs',
  'messages',
] as const satisfies readonly FactSource[];

/** The same pair at a site that cannot tell what this source knows. */
export const without = ({ site, pair }: Facts, source: FactSource): Facts => {
  const unread: SiteFacts = { ...site, notRead: new Set([...site.notRead, source]) };
  const { inventory } = site;
  switch (source) {
    case 'targets':
      return { site: unread, pair: pair.inGroup ? { ...pair, target: undefined } : pair };
    case 'distributionPoints': {
      const distributionPoints = inventory.distributionPoints.map((dp) => ({ ...dp, validates: undefined }));
      return { site: { ...unread, inventory: { ...inventory, distributionPoints } }, pair };
    }
    case 'packages':
      return { site: { ...unread, inventory: { ...inventory, packages: [] } }, pair };
    case 'groups':
      return { site: { ...unread, inventory: { ...inventory, groups: [] } }, pair };
    case 'sizes': {
      const packages = inventory.packages.map((one) => ({ ...one, bytes: undefined }));
      return { site: { ...unread, inventory: { ...inventory, packages } }, pair };
    }
    case 'predefinedPackages':
      return { site: unread, pair };
    case 'contents':
      return { site: unread, pair: { ...pair, hasContent: false } };
    case 'summaries':
      return { site: unread, pair: { ...pair, summary: undefined } };
    case 'statuses':
      return { site: unread, pair: { ...pair, status: undefined } };
    case 'contentStates':
      return { site: unread, pair: { ...pair, stateGroup: undefined } };
    case 'validatedVersions':
      return { site: unread, pair: { ...pair, validated: undefined } };
    case 'jobs':
      return { site: unread, pair: { ...pair, jobs: [] } };
    case 'messages':
      return {
        site: { ...unread, cycles: new Map(), oldestPass: undefined },
        pair: { ...pair, messages: [] },
      };
  }
};

/** The same pair at a site that shows this source by role, and nothing of it for this pair. */
export const hidden = (facts: Facts, source: FactSource): Facts => {
  const { site, pair } = without(facts, source);
  const { cycles, inventory } = facts.site;
  return {
    pair,
    site: {
      ...site,
      notRead: facts.site.notRead,
      scoped: new Set([...(facts.site.scoped ?? []), source]),
      // Cycles are of a DP, not of the pair.
      cycles,
      inventory: source === 'distributionPoints' ? { ...inventory, distributionPoints: [] } : site.inventory,
    },
  };
};
