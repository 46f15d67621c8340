import assert from 'node:assert/strict';
import type { FactSource } from '../../../extension/core/reconcile/siteFacts';
import type { Verdict } from '../../../extension/core/reconcile/verdict';
import {
  cycleEnd,
  cycleStart,
  daysAgo,
  evidenceOf,
  findingOf,
  hoursAgo,
  job,
  message,
  pass,
  passed,
  placedAt,
  previousEnd,
  type PairCase,
} from './pairCase';

const hash = message(2382, hoursAgo(9));
const removal = message(2331, hoursAgo(1));
const cancel = message(9506, hoursAgo(1));
const verified = pass();
const arrival = message(8200, hoursAgo(9));
const failure = message(2302, hoursAgo(2));

/** A fact that has to be listed: where it stands, when it was, what it says raw or which record it is. */
interface Listed {
  readonly source: string;
  readonly time?: number | undefined;
  readonly recordId?: string;
  readonly raw?: string;
}

const packageRow = 'v_Package';
const start: Listed = { source: 'status message 2393', time: cycleStart };
const end: Listed = { source: 'status message 2386', time: cycleEnd };
const state = (raw: number): Listed => ({ source: 'v_PackageStatusDistPointsSumm', raw: `State ${raw}` });
const copied: Listed = { source: 'v_PackageStatusDistPointsSumm', time: placedAt };
const of = ({ messageId, time, recordId }: typeof hash): Listed => ({
  source: `status message ${messageId}`,
  time,
  recordId,
});

const cases: readonly (readonly [Verdict, PairCase, readonly Listed[]])[] = [
  [
    'notTargeted',
    { inGroup: true, target: undefined },
    [{ source: 'v_DPGroupPackages', raw: '{6E1B}' }, { source: 'v_DistributionPoint' }],
  ],
  ['dpGone', { dp: undefined }, [{ source: 'v_DistributionPoint', time: placedAt, raw: 'Status 0' }]],
  ['removing', { target: { status: 3 } }, [state(0), { source: 'v_DistributionPoint', raw: 'Status 3' }]],
  ['removeFailed', { summary: { state: 6 } }, [state(6)]],
  [
    'deleted',
    { package: undefined, pair: { hasContent: false } },
    [{ source: packageRow, raw: 'vSMS_Content: no row' }],
  ],
  [
    'noContent',
    { package: { type: 4 } },
    [{ source: packageRow, raw: 'PackageType 4, PkgSourceFlag 2, PkgFlags 0, ActionInProgress 0, Action 0' }],
  ],
  ['siteProcessing', { package: { storedVersion: 4 } }, [{ source: packageRow }]],
  [
    'inFlight',
    { pair: { jobs: [job(3, hoursAgo(1))] } },
    [state(0), { source: 'vSMS_DistributionJob', time: hoursAgo(1), raw: 'State 3' }],
  ],
  [
    'stalled',
    { summary: { state: 1, summaryDate: daysAgo(3) }, messages: [] },
    [{ source: 'v_PackageStatusDistPointsSumm', time: daysAgo(3), raw: 'State 1' }],
  ],
  ['cancelled', { messages: [verified, cancel] }, [of(cancel)]],
  ['missing', { messages: [verified, removal] }, [of(removal), copied, of(verified)]],
  ['hashFailed', { messages: [hash] }, [of(hash), start, end]],
  [
    'distributionFailed',
    {
      messages: [verified, failure],
      status: { messageId: 2302, messageState: 4, lastUpdate: failure.time, recordId: failure.recordId },
    },
    [
      state(0),
      {
        source: 'vSMS_DistributionDPStatus',
        time: failure.time,
        recordId: failure.recordId,
        raw: 'MessageState 4',
      },
      of(verified),
    ],
  ],
  [
    'oldVersion',
    { messages: [], validated: { version: 4 } },
    [{ source: packageRow }, { source: 'v_ContentDistributionVersions', raw: 'ValidatedVersion 4' }],
  ],
  ['validated', {}, [{ source: 'status message 2384', time: passed, raw: 'package version 5' }, start, end]],
  [
    'validated',
    { messages: [], validated: {} },
    [{ source: 'v_ContentDistributionVersions', time: passed, raw: 'ValidatedVersion 5' }],
  ],
  ['newSinceCycle', { messages: [arrival] }, [of(arrival), start, end]],
  [
    'cycleBroken',
    { messages: [], cycles: { lastEnd: undefined, startMark: undefined, newestBroken: hoursAgo(2) } },
    [{ source: 'status message 2388', time: hoursAgo(2) }],
  ],
  [
    'purged',
    { messages: [], oldestPass: cycleEnd + 1 },
    [start, end, { source: 'status message 2384', time: cycleEnd + 1 }],
  ],
  [
    'notValidating',
    { messages: [], dp: { validates: false } },
    [{ source: 'v_DistributionPointInfo', raw: 'Windows NT Server' }],
  ],
  ['missing', { messages: [] }, [start, end, copied]],
  [
    'stale',
    { messages: [pass(daysAgo(35))], cycles: undefined },
    [{ source: 'status message 2384', time: daysAgo(35) }, { source: 'v_DistributionPointInfo' }],
  ],
  ['cycleNever', { messages: [], cycles: undefined }, [{ source: 'status message 2386', time: undefined }]],
];

describe('evidence', () => {
  for (const [verdict, differs, listed] of cases)
    it(`of ${verdict} lists ${listed.map(({ source }) => source).join(', ')}`, () => {
      assert.equal(findingOf(differs).verdict, verdict);
      const evidence = evidenceOf(differs);
      for (const wanted of listed)
        assert.ok(
          evidence.some((fact) =>
            (Object.keys(wanted) as (keyof Listed)[]).every((part) => fact[part] === wanted[part]),
          ),
          `${JSON.stringify(wanted)} is not in ${JSON.stringify(evidence, undefined, 1)}`,
        );
      assert.equal(evidence[0]?.source, listed[0]?.source, 'the deciding fact comes first');
    });

  it('says that the start of a cycle is estimated', () => {
    const evidence = evidenceOf({ messages: [], cycles: { startMark: undefined, previousEnd } });
    assert.ok(evidence.some(({ text, time }) => /start estimated/.test(text) && time === hoursAgo(9.9)));
  });

  it('lists sources that disagree: a fail before the pass that decides', () => {
    const disagreeing = { messages: [message(2385, hoursAgo(9.5)), verified] };
    assert.equal(findingOf(disagreeing).verdict, 'validated');
    assert.ok(evidenceOf(disagreeing).some(({ source }) => source === 'status message 2385'));
  });

  it('names the row that a DP reassignment left', () => {
    const left = { nalPath: '\\\\dp1', siteCode: 'P99', status: 0, lastRefresh: undefined };
    const evidence = evidenceOf({ dp: undefined, pair: { surplusTargets: [left] } });
    assert.ok(evidence.some(({ text }) => text.includes('P99')));
  });

  it('lists a message once', () => {
    const evidence = evidenceOf({ messages: [arrival] });
    assert.equal(evidence.filter(({ recordId }) => recordId === arrival.recordId).length, 1);
  });

  const claims: readonly (readonly [FactSource, RegExp])[] = [
    ['messages', /No pass|No finished cycle|Nothing says/],
    ['statuses', /No pass|Nothing says/],
    ['validatedVersions', /No pass/],
    ['summaries', /Nothing says/],
    ['packages', /No row/],
    ['contents', /no row/],
  ];
  const nothing: PairCase = {
    messages: [],
    cycles: undefined,
    target: { lastRefresh: undefined },
    summary: undefined,
  };
  for (const [source, claim] of claims)
    it(`claims nothing to be absent that ${source} would have told`, () => {
      for (const differs of [nothing, { package: undefined, pair: { hasContent: false } }]) {
        const { verdict } = findingOf({ ...differs, notRead: [source] });
        const texts = evidenceOf({ ...differs, notRead: [source] }).map(
          ({ text, raw }) => `${text} ${raw ?? ''}`,
        );
        assert.ok(!texts.some((text) => claim.test(text)), `${verdict}: ${texts.join(' / ')}`);
      }
    });

  it('names what was not read first', () => {
    const [first] = evidenceOf({ messages: [], notRead: ['messages'] });
    assert.equal(first?.source, 'not read');
    assert.match(first.text, /status messages/);
  });
});
