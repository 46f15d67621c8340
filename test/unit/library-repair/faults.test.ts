import assert from 'node:assert/strict';
import type { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { planUndo } from '../../../extension/app/library/repair/planUndo';
import type { Run } from '../../../extension/app/run/run';
import type { RunSite } from '../../../extension/app/run/runSite';
import { CimError } from '../../../extension/ports/cim';
import { RemoteFileError } from '../../../extension/ports/remoteFiles';
import type { DpFiles, DpWriter } from '../../../extension/ports/siteConnection';
import { demoSite, runSiteOf, withJournals } from '../run/runs';
import { carriedOut, causes, dpOf, fates, listsOf, mismatchesOf, never, planned, undoCaps } from './repairs';

type Verb = 'create' | 'delete' | 'describe' | keyof Omit<DpFiles, 'root'>;

/** It is not done, and the DP says that it is. */
const pretended = new Error('done');

/** A site whose DPs answer as it is told. @param fault is asked after each call was carried out, or before it */
const disturbed = (
  engine: DemoEngine,
  fault: (verb: Verb, when: 'before' | 'after') => Error | undefined,
): RunSite => {
  const call = async <T>(verb: Verb, work: () => Promise<T>): Promise<T> => {
    const first = fault(verb, 'before');
    if (first === pretended) return undefined as T;
    if (first !== undefined) throw first;
    const answer = await work();
    const then = fault(verb, 'after');
    if (then !== undefined) throw then;
    return answer;
  };
  const { dps } = engine;
  const writer: DpWriter = {
    wmi: {
      query: (...asked) => dps.wmi.query(...asked),
      describe: (...asked) => call('describe', () => dps.wmi.describe(...asked)),
      create: (...asked) => call('create', () => dps.wmi.create(...asked)),
      delete: (...asked) => call('delete', () => dps.wmi.delete(...asked)),
    },
    files: (root) => {
      const files = dps.files(root);
      return {
        root,
        readWhole: (...asked) => call('readWhole', () => files.readWhole(...asked)),
        makeFolder: (...asked) => call('makeFolder', () => files.makeFolder(...asked)),
        writeText: (...asked) => call('writeText', () => files.writeText(...asked)),
        rename: (...asked) => call('rename', () => files.rename(...asked)),
      };
    },
  };
  return { ...runSiteOf(engine), dps: writer };
};

interface Ended {
  readonly engine: DemoEngine;
  readonly run: Run;
  readonly before: unknown;
  readonly after: () => unknown;
  /** Undoes it at a site where all is well again. */
  readonly undone: () => Promise<Run | undefined>;
}

/** Quarantines one package that both lists have. */
const quarantined = (
  fault: (verb: Verb, when: 'before' | 'after', times: number) => Error | undefined,
  look: (ended: Ended) => void | Promise<void>,
): Promise<void> =>
  withJournals(async (journals) => {
    const engine = await demoSite();
    const whole = await planned(engine, mismatchesOf(engine, 'notTargeted').slice(0, 1));
    const plan = { ...whole, steps: whole.steps.filter(({ action }) => action === 'quarantine') };
    const dp = dpOf(engine, plan.steps[0]?.dp ?? '');
    const before = listsOf(engine, dp);
    const times = new Map<string, number>();
    const site = disturbed(engine, (verb, when) => {
      times.set(verb + when, (times.get(verb + when) ?? 0) + 1);
      return fault(verb, when, times.get(verb + when) ?? 0);
    });
    const run = await carriedOut(engine, journals, plan, site);
    await look({
      engine,
      run,
      before,
      after: () => listsOf(engine, dp),
      undone: async () => {
        const undo = await planUndo(run.id, run.state, engine, undoCaps, never);
        return undo.steps.length === 0 ? undefined : carriedOut(engine, journals, undo);
      },
    });
    await engine.close();
  });

const denied = new CimError('denied', 'Access is denied.');
const silent = new CimError('unreachable', 'No answer.');

describe('a quarantine on a DP that misbehaves', function () {
  this.timeout(60_000);

  it('puts the .INI back when the instance may not be deleted', () =>
    quarantined(
      (verb, when) => (verb === 'delete' && when === 'before' ? denied : undefined),
      ({ run, before, after }) => {
        assert.deepEqual(fates(run, 'quarantine'), ['failed']);
        assert.match(causes(run, 'quarantine').join(), /denied.*lists are as they were/);
        assert.deepEqual(after(), before);
      },
    ));

  it('does not believe a DP that says what it does not show', () =>
    quarantined(
      (verb, when) => (verb === 'delete' && when === 'before' ? pretended : undefined),
      ({ run, before, after }) => {
        assert.deepEqual(fates(run, 'quarantine'), ['failed']);
        assert.match(causes(run, 'quarantine').join(), /does not show it.*lists are as they were/);
        assert.deepEqual(after(), before);
      },
    ));

  it('takes nothing out when what it writes down does not read back', () =>
    quarantined(
      (verb, when, times) =>
        verb === 'writeText' && when === 'before' && times > 0
          ? new RemoteFileError('failed', 'The disk is full (ENOSPC).')
          : undefined,
      ({ run, before, after }) => {
        assert.deepEqual(fates(run, 'quarantine'), ['failed']);
        assert.match(causes(run, 'quarantine').join(), /disk is full/);
        assert.deepEqual(after(), before);
      },
    ));

  for (const verb of ['rename', 'delete', 'writeText', 'makeFolder'] as const)
    it(`looks again when ${verb} was done and its answer got lost`, () =>
      quarantined(
        (asked, when, times) => (asked === verb && when === 'after' && times === 1 ? silent : undefined),
        async ({ run, before, after, undone }) => {
          assert.deepEqual(fates(run, 'quarantine'), ['accepted']);
          assert.notDeepEqual(after(), before);
          assert.deepEqual(fates((await undone()) ?? assert.fail(), 'restore'), ['accepted']);
          assert.deepEqual(after(), before);
        },
      ));

  it('says that it cannot know when the DP is silent from then on, and is undone later', () => {
    let isSilent = false;
    return quarantined(
      (verb, when) => {
        if (verb === 'rename' && when === 'after') isSilent = true;
        return isSilent ? silent : undefined;
      },
      async ({ run, before, after, undone }) => {
        assert.deepEqual(fates(run, 'quarantine'), ['unsure']);
        assert.match(causes(run, 'quarantine').join(), /not known.*ConfigMgrContent\.Quarantine/);
        assert.deepEqual(fates((await undone()) ?? assert.fail(), 'restore'), ['accepted']);
        assert.deepEqual(after(), before);
      },
    );
  });

  it('is not undone over what came since', () =>
    quarantined(
      () => undefined,
      async ({ engine, run, undone }) => {
        const [step] = run.state.plan.steps;
        assert.ok(step?.library);
        const { disk } = engine.libraries.of(dpOf(engine, step.dp));
        disk.write(
          `SCCMContentLib\\PkgLib\\${step.packageId}.INI`,
          Buffer.from('[Info]\r\nVersion=9\r\n'),
          1,
        );
        assert.equal(await undone(), undefined);
        const undo = await planUndo(run.id, run.state, engine, undoCaps, never);
        assert.deepEqual(
          undo.refused.map(({ rule }) => rule),
          ['newerThere'],
        );
      },
    ));
});
