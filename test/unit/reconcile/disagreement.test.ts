import assert from 'node:assert/strict';
import fc from 'fast-check';
import { disagreements } from '../../../extension/core/reconcile/disagreement';
import type { Evidence } from '../../../extension/core/reconcile/evidence';
import { viewer } from '../../../extension/core/reconcile/pairView';
import { runs } from '../../adapters/demoSites';
import { anyPair } from '../../property/anyPair';
import {
  cycleStart,
  daysAgo,
  factsOf,
  findingOf,
  hoursAgo,
  message,
  pass,
  placedAt,
  type PairCase,
} from './pairCase';

const claimsOf = (of: PairCase): readonly Evidence[] => {
  const { site, pair } = factsOf(of);
  return disagreements(viewer(site)(pair)).flatMap(({ claims }) => claims);
};

/** Who says what: source and raw code. */
const sayings = (of: PairCase): readonly string[] =>
  claimsOf(of).map(({ source, raw }) => (raw === undefined ? source : `${source} ${raw}`));

const summarizer = 'v_PackageStatusDistPointsSumm State 0';
const verified = 'status message 2384 package version 5';
const version4 = 'v_ContentDistributionVersions ValidatedVersion 4';
const statusFailed = { messageId: 2302, messageState: 4, lastUpdate: placedAt - 1, recordId: '7' };
const failedAt9 = message(2385, hoursAgo(9));

const odd: readonly (readonly [string, PairCase, readonly string[]])[] = [
  [
    'the summarizer has version 5 installed, ValidatedVersion is 4',
    { messages: [], validated: { version: 4 } },
    [summarizer, version4],
  ],
  [
    'a 2384 of version 5, ValidatedVersion is 4',
    { summary: undefined, validated: { version: 4 } },
    [version4, verified],
  ],
  [
    'a pass of another version than the summarizer has',
    { messages: [{ ...pass(), version: 6 }] },
    [summarizer, 'status message 2384 package version 6'],
  ],
  [
    'a 2384 newer than a MessageState 4',
    { status: statusFailed },
    [verified, 'vSMS_DistributionDPStatus MessageState 4'],
  ],
  [
    'verified by messages, and StateGroup 4',
    { pair: { stateGroup: 4 } },
    [verified, 'v_ContentDistribution StateGroup 4'],
  ],
  [
    'verified, and the summarizer still has the failure before',
    { summary: { state: 3, summaryDate: cycleStart } },
    [verified, 'v_PackageStatusDistPointsSumm State 3'],
  ],
  [
    'a ValidatedVersionTime newer than a fail that no 2384 followed',
    { messages: [message(2382, hoursAgo(9.5))], validated: { time: hoursAgo(9) } },
    ['v_ContentDistributionVersions ValidatedVersion 5', 'status message 2382'],
  ],
  [
    'validation failed, and StateGroup 1',
    { messages: [failedAt9], pair: { stateGroup: 1 } },
    ['status message 2385', 'v_ContentDistribution StateGroup 1'],
  ],
  [
    'validation failed after what the status row shows as a success',
    { messages: [failedAt9], status: { messageState: 1, messageId: 2330, lastUpdate: hoursAgo(11) } },
    ['status message 2385', 'vSMS_DistributionDPStatus MessageState 1'],
  ],
];

const agreed: readonly (readonly [string, PairCase])[] = [
  ['everything says version 5, installed and verified', { validated: {}, pair: { stateGroup: 1 } }],
  [
    'version 4 was validated before version 5 arrived',
    { messages: [], validated: { version: 4, time: placedAt - 1 } },
  ],
  ['a ValidatedVersion without a time', { validated: { version: 4, time: undefined } }],
  [
    'a distribution failed after the pass',
    { status: { ...statusFailed, lastUpdate: hoursAgo(1) }, pair: { stateGroup: 4 } },
  ],
  [
    'version 5 is being sent while version 4 is verified',
    { summary: { state: 7, sourceVersion: 5 }, validated: { version: 4 }, messages: [] },
  ],
  ['validation failed, and StateGroup 4', { messages: [failedAt9], pair: { stateGroup: 4 } }],
  ['a fail, then a pass', { messages: [message(2382, hoursAgo(9.5)), pass()] }],
  [
    'sent again after the fail, so that the state is of that',
    { messages: [failedAt9, message(2330, hoursAgo(2))], pair: { stateGroup: 1 } },
  ],
];

describe('sources that disagree', () => {
  for (const [what, differs, expected] of odd)
    it(`name who says what: ${what}`, () => {
      assert.deepEqual(sayings(differs), expected);
      assert.equal(findingOf(differs).disagrees, true);
      for (const { source, time } of claimsOf(differs))
        assert.ok(time !== undefined || source === 'v_ContentDistribution', `${source} says when`);
    });

  for (const [what, differs] of agreed)
    it(`are none: ${what}`, () => {
      assert.deepEqual(sayings(differs), []);
      assert.equal(findingOf(differs).disagrees, false);
    });

  it('are none of a pair that only a stale pass speaks of', () =>
    assert.deepEqual(sayings({ messages: [pass(daysAgo(35))], cycles: undefined }), []));

  it('are at least two, of different sources or values, whatever the facts', () =>
    fc.assert(
      fc.property(anyPair, ({ site, pair }) => {
        for (const { about, claims } of disagreements(viewer(site)(pair))) {
          assert.match(about, /\.$/);
          const distinct = new Set(claims.map(({ source, raw }) => `${source} ${raw ?? ''}`));
          assert.ok(distinct.size > 1, JSON.stringify(claims));
        }
      }),
      runs(2000, 200_000),
    ));
});
