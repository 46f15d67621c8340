import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldJournal } from '../../../extension/core/run/foldJournal';
import { printRecord, type JournalRecord } from '../../../extension/core/run/journalRecord';
import type { RunPlan } from '../../../extension/core/run/runPlan';
import type { RunState } from '../../../extension/core/run/runState';
import { anyJournal, newState, runner } from './anyRun';

const textOf = (plan: RunPlan, records: readonly JournalRecord[]): string =>
  [{ kind: 'run', by: runner, siteName: 'Site', plan, at: 0 } as const, ...records]
    .map((record) => `${printRecord(record)}\n`)
    .join('');

const folded = (text: string): RunState => {
  const read = foldJournal(text);
  assert.equal(read.kind, 'run');
  return read.state;
};

const statesOf = (state: RunState): readonly unknown[] => state.plan.steps.map(({ id }) => state.of(id));

describe('the journal of a run', () => {
  it('gives the run as it was, whatever was written', () =>
    fc.assert(
      fc.property(anyJournal, ({ plan, records }) => {
        const live = newState(plan);
        for (const record of records) live.add(record);
        const read = folded(textOf(plan, records));
        assert.deepEqual(statesOf(read), statesOf(live));
        assert.equal(read.phase, live.phase);
        assert.deepEqual(read.ended, live.ended);
      }),
    ));

  it('tells a step begun once, and ended once, in any order of records', () =>
    fc.assert(
      fc.property(anyJournal, ({ plan, records }) => {
        const state = newState(plan);
        const intents = new Map<string, number>();
        const fates = new Map<string, string>();
        for (const record of records) {
          const fits = state.add(record);
          if (!fits || !('step' in record)) continue;
          if (record.kind === 'intent') intents.set(record.step, (intents.get(record.step) ?? 0) + 1);
          if (record.kind === 'outcome') {
            assert.equal(fates.has(record.step), false);
            fates.set(record.step, record.fate.kind);
          }
        }
        for (const count of intents.values()) assert.equal(count, 1);
        // What is skipped was never begun, and the other way round.
        for (const [step, kind] of fates) assert.equal(kind === 'skipped', !intents.has(step));
        assert.equal(state.ended.length, fates.size);
      }),
    ));

  it('that was torn anywhere in its last line tells all before it, and says so', () =>
    fc.assert(
      fc.property(anyJournal, fc.nat(), ({ plan, records }, seed) => {
        const text = textOf(plan, records);
        const lastLine = text.lastIndexOf('\n', text.length - 2) + 1;
        const cut = lastLine + (seed % (text.length - lastLine));
        const read = foldJournal(text.slice(0, cut));
        if (records.length === 0) {
          assert.equal(read.kind, 'unreadable');
          return;
        }
        const whole = folded(textOf(plan, records.slice(0, -1)));
        assert.equal(read.kind, 'run');
        assert.deepEqual(statesOf(read.state), statesOf(whole));
        assert.equal(
          read.state.problems.some((problem) => problem.includes('torn')),
          cut > lastLine,
        );
      }),
    ));

  it('is gone on with after a torn line: the fragment is left out, and told', () => {
    const { plan } = fc.sample(anyJournal, { numRuns: 1, seed: 1 })[0] ?? assert.fail();
    const [{ id } = assert.fail()] = plan.steps;
    const before = { state: 0, sourceVersion: undefined, lastRefreshTime: undefined };
    const intent = printRecord({ kind: 'intent', step: id, before, at: 1 });
    const text = `${textOf(plan, [])}${intent.slice(0, 20)}\n${intent}\n`;
    const state = folded(text);
    assert.equal(state.of(id).phase, 'asked');
    assert.deepEqual(state.problems, ['Line 2 is torn or not understood: left out.']);
  });

  it('of something else is not taken for a run', () => {
    for (const text of ['', 'hello\n', '{"kind":"run","at":1}\n', '{"kind":"paused","at":1}\n'])
      assert.equal(foldJournal(text).kind, 'unreadable', text);
  });
});
