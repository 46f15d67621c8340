import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blocksWrite, repairNeed, verdicts, type Verdict } from '../../../extension/core/reconcile/verdict';
import type { Candidate } from '../../../extension/core/redistribute/candidate';
import { guards } from '../../../extension/core/redistribute/guards';
import { makePlan, type PairPurpose, type PlanFrame } from '../../../extension/core/redistribute/makePlan';
import type { PlanRefusal } from '../../../extension/core/redistribute/plan';
import type { TroubleKind } from '../../../extension/core/redistribute/troubles';
import { candidateOf, dpNamed, quiet, quietPlace } from './candidates';

const dp = dpNamed('dp1.contoso.com');
const pullDp = dpNamed('pull.contoso.com', { isPullDp: true });
const siteServer = dpNamed('site.contoso.com', { isSiteServer: true });

const ruleFor = (purpose: PairPurpose, verdict: Verdict): string | undefined =>
  makePlan(purpose, [candidateOf('P0100001', dp, { verdict })], quiet).refused[0]?.rule;

const refusedBy = (
  purpose: PairPurpose,
  candidate: Candidate,
  frame: Partial<PlanFrame> = {},
): PlanRefusal | undefined => makePlan(purpose, [candidate], { ...quiet, ...frame }).refused[0];

const inTrouble = (kind: TroubleKind, messageId: number): Partial<Candidate> => ({
  troubles: [{ kind, messageId, time: Date.UTC(2026, 10, 21) }],
});

const now = (pairNow: Partial<Candidate['pairNow']>): Partial<Candidate> => ({
  pairNow: { target: { status: 0, lastRefresh: undefined }, state: 0, openJobs: 0, ...pairNow },
});

const versions = (differences: Partial<NonNullable<Candidate['packageNow']>>): Partial<Candidate> => ({
  packageNow: {
    sourceVersion: 3,
    actionInProgress: 0,
    sourceDate: undefined,
    siteCopies: [],
    ...differences,
  },
});

const missing = (more: Partial<Candidate>, at = dp): Candidate => candidateOf('P0100001', at, {}, {}, more);
const lacking = (more: Partial<Candidate>, at = dp): Candidate =>
  candidateOf('P0100001', at, { verdict: 'notTargeted' }, {}, more);
const hours = 3_600_000;

describe('guards', () => {
  const redistribution: Readonly<Record<Verdict, string | undefined>> = {
    notTargeted: 'notTargeted',
    dpGone: 'dpGone',
    removing: 'removing',
    removeFailed: 'removeFailed',
    deleted: 'deleted',
    unread: 'unread',
    noContent: 'noContent',
    siteProcessing: 'siteProcessing',
    inFlight: 'inFlight',
    stalled: 'stalled',
    cancelled: undefined,
    missing: undefined,
    hashFailed: undefined,
    filesMissing: undefined,
    corrupt: undefined,
    distributionFailed: undefined,
    oldVersion: undefined,
    validated: 'nothingToRepair',
    newSinceCycle: 'notProvedMissing',
    cycleBroken: 'notProvedMissing',
    purged: 'notProvedMissing',
    notValidating: 'notProvedMissing',
    stale: 'notProvedMissing',
    cycleNever: 'notProvedMissing',
  };
  for (const verdict of verdicts)
    it(`redistribute ${verdict}: ${redistribution[verdict] ?? 'planned'}`, () =>
      assert.equal(ruleFor('redistribute', verdict), redistribution[verdict]));

  const never = ['notTargeted', 'dpGone', 'deleted', 'noContent'];

  it('validates and removes whatever is there, and nothing that is being written', () => {
    for (const purpose of ['validate', 'remove'] as const)
      assert.deepEqual(
        verdicts.filter((verdict) => ruleFor(purpose, verdict) === undefined),
        verdicts.filter((verdict) => !blocksWrite(verdict) && !never.includes(verdict)),
      );
  });

  it('cancels only what is known to run', () =>
    assert.deepEqual(
      verdicts.filter((verdict) => ruleFor('cancel', verdict) === undefined),
      ['inFlight', 'stalled'],
    ));

  it('distributes only what is not targeted', () =>
    assert.deepEqual(
      verdicts.filter((verdict) => ruleFor('distribute', verdict) === undefined),
      ['notTargeted'],
    ));

  /** One case a rule: what is asked for, of what pair, under what circumstances, and what the reason says. */
  const table: readonly (readonly [
    rule: string,
    purpose: PairPurpose,
    candidate: Candidate,
    says: RegExp,
    frame?: Partial<PlanFrame>,
  ])[] = [
    ['dpNotRead', 'validate', { ...missing({}), dp: undefined }, /not read.*Refresh/],
    ['packageNotRead', 'redistribute', missing({ packageNow: undefined }), /not read.*Refresh/],
    ['deleted', 'remove', missing(versions({ actionInProgress: 3 })), /being deleted/],
    [
      'noContent',
      'distribute',
      candidateOf('P0100001', dp, { verdict: 'notTargeted' }, { bytes: 0 }),
      /empty/,
    ],
    [
      'noContent',
      'distribute',
      candidateOf('P0100001', dp, { verdict: 'notTargeted' }, { type: 4 }),
      /task seq/,
    ],
    ['evidenceOld', 'redistribute', missing({}), /25 hours ago.*Refresh/, { now: 25.5 * hours }],
    [
      'evidenceNotRead',
      'redistribute',
      missing({}),
      /could not be read/,
      { notRead: new Set(['summaries']) },
    ],
    ['evidenceNotRead', 'validate', missing({}), /could not be/, { findingsNotRead: new Set(['summaries']) }],
    ['changedSince', 'redistribute', missing(versions({ sourceVersion: 4 })), /version 3, now 4.*Refresh/],
    ['noInstance', 'redistribute', missing(now({ target: undefined })), /current NAL path/],
    ['noInstance', 'remove', candidateOf('P0100001', dp, { nalPath: '\\\\former\\' }), /current NAL path/],
    ['removing', 'redistribute', missing(now({ target: { status: 3, lastRefresh: undefined } })), /Status 3/],
    ['removing', 'distribute', lacking(now({ target: { status: 3, lastRefresh: undefined } })), /Status 3/],
    ['alreadyTargeted', 'distribute', lacking(now({})), /targeted to this DP already/],
    ['removeFailed', 'redistribute', missing(now({ state: 6 })), /State 6/],
    ['siteProcessing', 'redistribute', missing(versions({ actionInProgress: 1 })), /Action 1/],
    ['inFlight', 'redistribute', missing(now({ state: 1 })), /under way now \(State 1\)/],
    ['inFlight', 'validate', missing(now({ openJobs: 1 })), /job of it is open/],
    [
      'nothingRunning',
      'cancel',
      candidateOf('P0100001', dp, { verdict: 'inFlight' }, {}, now({})),
      /come to its end since/,
    ],
    ['validationRunning', 'redistribute', missing({}), /runs on this DP/, { validating: new Set([dp.key]) }],
    ['validationRunning', 'validate', missing(now({ state: 8 })), /State 8/],
    ['suspectCycle', 'repair', candidateOf('P0100001', dp, { suspectCycle: true }), /$^/],
    ['cancelled', 'repair', candidateOf('P0100001', dp, { verdict: 'cancelled' }), /Ask why/],
    ['cloudDp', 'validate', missing({}, dpNamed('cloud', { isCloud: true })), /cloud/],
    ['siteServerDp', 'redistribute', missing({}, siteServer), /Update the package's content/],
    ['siteServerDp', 'cancel', candidateOf('P0100001', siteServer, { verdict: 'stalled' }), /does nothing/],
    [
      'maintenance',
      'redistribute',
      missing({ place: { ...quietPlace, inMaintenance: true } }),
      /maintenance/,
    ],
    ['dpDown', 'validate', missing(inTrouble('unreachable', 2391)), /could not reach the DP \(2391/],
    ['noSpace', 'distribute', lacking({ place: { ...quietPlace, free: 999 } }), /999 B left.*needs 1000 B/],
    ['pullSourcesLack', 'redistribute', missing(fromSource(false), pullDp), /src\.contoso\.com/],
    [
      'pullDpFull',
      'redistribute',
      missing({ place: { ...quietPlace, openJobs: 50 } }, pullDp),
      /50 open jobs/,
    ],
    [
      'sourceUnreadable',
      'redistribute',
      missing(inTrouble('sourceUnreadable', 2361)),
      /2361.*update the content/,
    ],
    ['siteLacksSource', 'redistribute', missing(inTrouble('siteLacksSource', 2372)), /2372/],
    ['siteLacksSource', 'distribute', lacking(versions({ siteCopies: [5] })), /v_PackageStatus 5/],
    ['diskFull', 'repair', missing(inTrouble('diskFull', 2343)), /2343.*1\.00 TB are free now/],
    ['waitingForPrestage', 'redistribute', missing(inTrouble('waitingForPrestage', 2371)), /2371/],
  ];
  for (const [rule, purpose, candidate, says, frame] of table.filter(([one]) => one !== 'suspectCycle'))
    it(`${rule} keeps from: ${purpose} (${String(says)})`, () => {
      const refused = refusedBy(purpose, candidate, frame);
      assert.equal(refused?.rule, rule);
      assert.match(refused.reason, says);
    });

  it('are each tried by a case above', () => {
    const tried = new Set([...table.map(([rule]) => rule), ...Object.values(redistribution)]);
    assert.deepEqual(
      guards.map(({ rule }) => rule).filter((rule) => !tried.has(rule)),
      [],
    );
  });

  it('take one pair of a suspect cycle, refuse several, and always allow to validate them', () => {
    const suspects = ['P0100001', 'P0100002'].map((id) => candidateOf(id, dp, { suspectCycle: true }));
    assert.equal(makePlan('redistribute', suspects.slice(0, 1), quiet).steps.length, 1);
    assert.deepEqual(
      makePlan('redistribute', suspects, quiet).refused.map(({ rule }) => rule),
      ['suspectCycle', 'suspectCycle'],
    );
    assert.equal(makePlan('validate', suspects, quiet).steps.length, 2);
  });

  it('let an admin who has made room send it by name, where the drives bear it out', () => {
    const full = missing(inTrouble('diskFull', 2343));
    const [step] = makePlan('redistribute', [full], quiet).steps;
    assert.match(step?.cautions.join(' ') ?? '', /disk of the DP was full/);
    for (const free of [undefined, 10])
      assert.equal(
        refusedBy('redistribute', { ...full, place: { ...quietPlace, free } })?.rule,
        free === undefined ? 'diskFull' : 'noSpace',
      );
  });

  it('count what the plan itself puts on a DP against its free space', () => {
    const place = { ...quietPlace, free: 2_500 };
    const pairs = ['P0100001', 'P0100002', 'P0100003'].map((id) =>
      candidateOf(id, dp, { verdict: 'notTargeted' }, {}, { place }),
    );
    const plan = makePlan('distribute', pairs, quiet);
    assert.equal(plan.steps.length, 2);
    assert.equal(plan.refused[0]?.rule, 'noSpace');
  });

  it('say of a fact that was not read that it was not, and refuse nothing by it', () => {
    const place = { ...quietPlace, free: undefined, inMaintenance: undefined, openJobs: undefined };
    const [step] = makePlan('redistribute', [missing({ place }, pullDp)], quiet).steps;
    assert.match(step?.cautions.join(' ') ?? '', /room for it was not read.*|No source DP/);
    const unknown = makePlan('redistribute', [missing(fromSource(undefined), pullDp)], quiet).steps[0];
    assert.match(unknown?.cautions.join(' ') ?? '', /Whether a source DP of it has the content is not known/);
  });

  it('never plan a redistribution that nothing asks for, whatever else holds', () => {
    const state = fc.record({
      verdict: fc.constantFrom(...verdicts),
      suspectCycle: fc.boolean(),
      isCloud: fc.boolean(),
      isSiteServer: fc.option(fc.boolean(), { nil: undefined }),
      isPullDp: fc.option(fc.boolean(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(state, { maxLength: 20 }), (states) => {
        const candidates = states.map(({ verdict, suspectCycle, ...traits }, index) =>
          candidateOf(`P010${index}`, dpNamed(`dp${index % 3}.contoso.com`, traits), {
            verdict,
            suspectCycle,
          }),
        );
        const plan = makePlan('redistribute', candidates, quiet);
        assert.equal(plan.steps.length + plan.refused.length, candidates.length);
        for (const { verdict } of plan.steps)
          assert.ok(verdict !== undefined && !blocksWrite(verdict) && repairNeed(verdict) !== 'no');
      }),
    );
  });
});

function fromSource(has: boolean | undefined): Partial<Candidate> {
  const source = dpNamed('src.contoso.com');
  return { pullSources: [{ dp: source.key, dpName: source.serverName, has }] };
}
