import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PairFacts } from '../../../extension/core/reconcile/pairFacts';
import { grader } from '../../../extension/core/reconcile/grade';
import { repairNeed } from '../../../extension/core/reconcile/verdict';
import { runs } from '../../adapters/demoSites';
import { anyPair } from '../../property/anyPair';
import { cycleEnd, daysAgo, evidenceOf, hoursAgo, message, passed, placedAt, readAt } from './pairCase';
import { verdictTable } from './verdictTable';

const remembered = (time: number, version: number | undefined = 5): Partial<PairFacts> => ({
  rememberedPass: { time, version },
});
/** The 2384s of the last cycle are gone. */
const purged = { messages: [], oldestPass: cycleEnd + 1 };

describe('a pass that the own history remembers', () => {
  verdictTable([
    ['stands in for 2384s that were deleted by age', { ...purged, pair: remembered(passed) }, 'validated'],
    ['counts without a version', { ...purged, pair: remembered(passed, undefined) }, 'validated'],
    ['is none of what arrived later', { ...purged, pair: remembered(placedAt) }, 'purged'],
    ['is none in a version before the current one', { ...purged, pair: remembered(passed, 4) }, 'purged'],
    [
      'is no proof after a fail',
      { messages: [message(2382, hoursAgo(9))], pair: remembered(hoursAgo(9.5)) },
      'hashFailed',
    ],
    ['is too old, and says so', { messages: [], cycles: undefined, pair: remembered(daysAgo(35)) }, 'stale'],
    [
      'proves nothing of a removed package',
      { messages: [message(2331, hoursAgo(1))], pair: remembered(passed) },
      'missing',
    ],
  ]);

  it('is evidence of its own', () => {
    const [first] = evidenceOf({ ...purged, pair: remembered(passed) });
    assert.equal(first?.source, 'own history');
    assert.equal(first.time, passed);
    assert.equal(first.raw, 'version 5');
  });

  it('never makes content that is not missing without it need a repair', () =>
    fc.assert(
      fc.property(
        anyPair,
        fc.integer({ min: daysAgo(60), max: readAt }),
        fc.constantFrom(4, 5, undefined),
        ({ site, pair }, time, version) => {
          const grade = grader(site);
          const before = grade(pair);
          const after = grade({ ...pair, rememberedPass: { time, version } });
          if (repairNeed(after.verdict) !== 'yes' || repairNeed(before.verdict) === 'yes') return;
          // Where validation is off now, a pass shows that it was on: then a cycle without one tells.
          assert.equal(before.verdict, 'notValidating', after.verdict);
        },
      ),
      runs(4000, 300_000),
    ));
});
