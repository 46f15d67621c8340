import fc from 'fast-check';
import { dpKey } from '../../../extension/core/content/nalPath';
import { fateKinds, type Fate } from '../../../extension/core/run/fate';
import type { JournalRecord, Runner, StepEntry } from '../../../extension/core/run/journalRecord';
import type { RunAction, RunPlan, RunStep } from '../../../extension/core/run/runPlan';
import { RunState } from '../../../extension/core/run/runState';

const actions: readonly RunAction[] = ['redistribute', 'distribute', 'validate', 'cancel', 'remove'];

/** Plans of few DPs and packages, so that steps meet: on a pair, on a DP, on a source. */
export const anyPlan: fc.Arbitrary<RunPlan> = fc
  .array(
    fc.record({
      action: fc.constantFrom(...actions),
      package: fc.nat(4),
      dp: fc.nat(3),
      sourceDp: fc.constantFrom('', 'dp9'),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((drawn) => ({
    hash: 'abc',
    siteCode: 'PS1',
    steps: drawn.map((one, index): RunStep => ({
      id: String(index + 1),
      action: one.action,
      packageId: `PS10000${one.package}`,
      packageName: `Package ${one.package}`,
      dp: dpKey(`dp${one.dp}`, 'Windows NT Server'),
      dpName: `dp${one.dp}`,
      nalPath: `["Display=\\\\dp${one.dp}\\"]MSWNET:["SMS_SITE=PS1"]\\\\dp${one.dp}\\`,
      siteCode: 'PS1',
      bytes: 1,
      sourceDp: one.sourceDp,
      before: { state: 0, sourceVersion: 1, lastRefreshTime: 0 },
    })),
    caps: { steps: 100, distributionPoints: 100, bytes: 1000 },
  }));

export const runner: Runner = { user: 'CONTOSO\\admin', computer: 'PC1', program: 'window' };

export const newState = (plan: RunPlan): RunState => new RunState(plan, runner, 'Site', 0);

const before = { state: 0, sourceVersion: 1, lastRefreshTime: 0 };

export const anyFate: fc.Arbitrary<Fate> = fc.oneof(
  fc.tuple(fc.constantFrom(...fateKinds), fc.string()).map(([kind, cause]): Fate => ({ kind, cause })),
  fc.constant<Fate>({ kind: 'notProved', cause: 'late', timedOut: true }),
);

const anyStepEntry = (ids: readonly string[]): fc.Arbitrary<StepEntry> => {
  const step = fc.constantFrom(...ids);
  return fc.oneof(
    step.map((id): StepEntry => ({ kind: 'intent', step: id, before })),
    step.map((id): StepEntry => ({ kind: 'answer', step: id, answer: { kind: 'accepted' } })),
    fc
      .tuple(step, fc.constantFrom('refused', 'failed', 'none'))
      .map(([id, kind]): StepEntry => ({ kind: 'answer', step: id, answer: { kind, cause: 'no' } })),
    fc
      .tuple(step, fc.constantFrom('effect', 'arrived'))
      .map(([id, kind]): StepEntry => ({ kind: 'proof', step: id, proof: { kind, evidence: '2330' } })),
    fc
      .tuple(step, fc.constantFrom('verifying', 'cancelling'))
      .map(([id, kind]): StepEntry => ({ kind: 'proof', step: id, proof: { kind } })),
    fc.tuple(step, anyFate).map(([id, fate]): StepEntry => ({ kind: 'outcome', step: id, fate })),
  );
};

/** Any records of a plan's steps and run, in any order: also such as no run would write. */
export const anyRecords = ({ steps }: RunPlan): fc.Arbitrary<readonly JournalRecord[]> =>
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: anyStepEntry([...steps.map(({ id }) => id), 'nobody']) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            { kind: 'paused' } as const,
            { kind: 'resumed' } as const,
            { kind: 'stopped', cause: 'enough' } as const,
            { kind: 'takenOver', by: runner } as const,
          ),
        },
      ),
      { maxLength: 120 },
    )
    .map((entries) => entries.map((entry, index) => ({ ...entry, at: index })));

export const anyJournal: fc.Arbitrary<{
  readonly plan: RunPlan;
  readonly records: readonly JournalRecord[];
}> = anyPlan.chain((plan) => anyRecords(plan).map((records) => ({ plan, records })));
