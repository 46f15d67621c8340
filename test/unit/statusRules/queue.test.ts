import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { nodeFileSystem, type FileSystem, type OpenFile } from '../../../extension/adapters/files/fileSystem';
import { RuleQueueFolder } from '../../../extension/adapters/machine/ruleQueue/ruleQueueFolder';
import { workOnQueue, type WorkerPlace } from '../../../extension/app/statusRules/ruleWorker';
import type { Approval } from '../../../extension/core/statusRules/approval/approval';
import { parseOutcome, type RuleOutcome } from '../../../extension/core/statusRules/ruleOutcome';
import { never, runs } from '../../adapters/demoSites';
import { allApproved, atOnce, recordingSite } from '../../support/statusRules/recordingSite';

const day = 24 * 3_600_000;

/** A disk that is gone after so many calls, before or after the last one was done. */
const dyingFileSystem = (calls: number, isDone: boolean): FileSystem => {
  let left = calls;
  const opened: OpenFile[] = [];
  const asked = async <T>(call: () => Promise<T>): Promise<T> => {
    left--;
    if (left > 0 || (left === 0 && isDone)) {
      const result = await call();
      if (left > 0) return result;
    }
    await Promise.all(opened.map((one) => one.close().catch(() => undefined)));
    throw new Error('The power is gone.');
  };
  const file = (open: OpenFile): OpenFile => {
    opened.push(open);
    return {
      ...open,
      write: (bytes) => asked(() => open.write(bytes)),
      flush: () => asked(() => open.flush()),
    };
  };
  return {
    names: (folder) => asked(() => nodeFileSystem.names(folder)),
    state: (one) => asked(() => nodeFileSystem.state(one)),
    openToRead: (one) => asked(async () => file(await nodeFileSystem.openToRead(one))),
    create: (one) => asked(async () => file(await nodeFileSystem.create(one))),
    makeFolder: (folder) => asked(() => nodeFileSystem.makeFolder(folder)),
    rename: (from, to) => asked(() => nodeFileSystem.rename(from, to)),
    remove: (one) => asked(() => nodeFileSystem.remove(one)),
  };
};

/** What was done to DPs: each plan once, however often it is begun. */
class World {
  now = Date.UTC(2026, 5, 1);
  readonly plans = new Map<string, string>();
  approval: Approval | string = allApproved;
  /** Calls that fail. */
  failures = 0;

  constructor(private readonly dpNames: readonly string[]) {}

  readonly place: WorkerPlace = {
    openSite: () =>
      Promise.resolve(
        recordingSite(this.dpNames, {
          begin: async (dpName, plan) => {
            if (this.failures-- > 0) throw new Error('The site does not answer.');
            await Promise.resolve();
            this.plans.set(plan, dpName);
          },
        }),
      ),
    approval: () => Promise.resolve(this.approval),
    clock: {
      now: () => this.now,
      sleep: () => new Promise((resolve) => setTimeout(resolve, 1)),
    },
  };

  /** How often each DP was repaired. */
  get repairs(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const dpName of this.plans.values()) counts.set(dpName, (counts.get(dpName) ?? 0) + 1);
    return counts;
  }
}

const outcomesIn = (folder: string): readonly RuleOutcome[] =>
  readdirSync(path.join(folder, 'outcomes'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const outcome = parseOutcome(readFileSync(path.join(folder, 'outcomes', name), 'utf8'));
      assert.ok(outcome !== undefined, name);
      return outcome;
    });

const leftIn = (folder: string): readonly string[] =>
  ['waiting', 'taken'].flatMap((name) => {
    try {
      // What a dead worker left half-written is cleared after some minutes.
      return readdirSync(path.join(folder, name)).filter((file) => !file.endsWith('.part'));
    } catch {
      return [];
    }
  });

const named = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${at % 5 === 4 ? 'good' : 'dp'}${at}.contoso.com`);

describe('the queue of messages', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'queue-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const add = (names: readonly string[], at: number): Promise<unknown> =>
    Promise.all(names.map((computer) => new RuleQueueFolder(folder).add({ message: 2386, computer, at })));

  it('takes 300 DPs that finish at once: one worker answers each of them once, others leave', async () => {
    const names = named(300);
    const world = new World(names);
    const workers = names.map(async (computer) => {
      const queue = new RuleQueueFolder(folder);
      await queue.add({ message: 2386, computer, at: world.now });
      await workOnQueue(queue, world.place, never, { ...atOnce, atOnce: 60 });
    });
    await Promise.all(workers);
    assert.deepEqual(leftIn(folder), []);
    assert.deepEqual(
      outcomesIn(folder)
        .map(({ dpName }) => dpName)
        .sort(),
      names.toSorted(),
    );
    assert.deepEqual([...world.repairs.keys()].sort(), names.filter((name) => name.startsWith('dp')).sort());
    assert.ok([...world.repairs.values()].every((count) => count === 1));
  });

  it('loses no DP and repairs none twice within its cool-down, wherever a worker dies', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.boolean()), { maxLength: 12 }),
        async (count, deaths) => {
          rmSync(folder, { recursive: true, force: true });
          const names = named(count);
          const world = new World(names);
          await add(names, world.now);
          for (const [calls, isDone] of deaths) {
            const dying = new RuleQueueFolder(folder, { fileSystem: dyingFileSystem(calls, isDone) });
            await workOnQueue(dying, world.place, never, atOnce).catch(() => undefined);
            // The circle: what was repaired is validated once more, and tells again.
            await add(names, ++world.now);
          }
          await workOnQueue(new RuleQueueFolder(folder), world.place, never, atOnce);
          const bad = names.filter((name) => name.startsWith('dp'));
          assert.deepEqual(leftIn(folder), []);
          assert.deepEqual(
            outcomesIn(folder)
              .map(({ dpName }) => dpName)
              .sort(),
            names.toSorted(),
          );
          assert.deepEqual([...world.repairs.entries()].sort(), bad.map((name) => [name, 1]).sort());
          world.now += day;
          await add(names, world.now);
          await workOnQueue(new RuleQueueFolder(folder), world.place, never, atOnce);
          assert.deepEqual([...world.repairs.entries()].sort(), bad.map((name) => [name, 2]).sort());
        },
      ),
      runs(25, 1500),
    );
  });

  it('applies no more in a day than is approved; the rest waits for review, and says why', async () => {
    const names = named(20).filter((name) => name.startsWith('dp'));
    const world = new World(names);
    world.approval = { ...allApproved, caps: { ...allApproved.caps, distributionPoints: 3 } };
    await add(names, world.now);
    await workOnQueue(new RuleQueueFolder(folder), world.place, never, atOnce);
    assert.equal(world.repairs.size, 3);
    const waiting = outcomesIn(folder).filter(({ kind }) => kind === 'review');
    assert.equal(waiting.length, names.length - 3);
    for (const { words, dpName } of waiting) {
      assert.match(words, /distribution points in 24 hours, 3 are approved/);
      assert.ok(readdirSync(path.join(folder, 'plans')).includes(`2386-${dpName}.cmplan.json`));
    }
  });

  it('applies nothing without an approval, nor names that are no DP', async () => {
    const world = new World(['dp1.contoso.com', 'dp10.contoso.com']);
    world.approval = 'Nothing is approved.';
    await add(['dp1', 'dp10.contoso.com', 'dp', 'p1.contoso.com', 'dp1.contoso'], world.now);
    await workOnQueue(new RuleQueueFolder(folder), world.place, never, atOnce);
    assert.equal(world.plans.size, 0);
    assert.deepEqual(
      outcomesIn(folder)
        .map(({ dpName, kind }) => `${dpName} ${kind}`)
        .sort(),
      ['dp1.contoso.com review', 'dp10.contoso.com review'],
    );
    assert.deepEqual(leftIn(folder), []);
  });

  it('tries again what fails, gives up in the end, and leaves alone what was begun', async () => {
    const world = new World(['dp1.contoso.com']);
    world.failures = 2;
    await add(['dp1'], world.now);
    await workOnQueue(new RuleQueueFolder(folder), world.place, never, atOnce);
    assert.deepEqual(
      outcomesIn(folder).map(({ kind }) => kind),
      ['carriedOut'],
    );
    world.now += day;
    world.failures = 3;
    await add(['dp1'], world.now);
    await workOnQueue(new RuleQueueFolder(folder), world.place, never, atOnce);
    const [failed] = outcomesIn(folder);
    assert.equal(failed?.kind, 'failed');
    assert.match(failed.words, /does not answer/);
    await add(['dp1'], ++world.now);
    await workOnQueue(new RuleQueueFolder(folder), world.place, never, atOnce);
    assert.equal(world.repairs.get('dp1.contoso.com'), 1);
  });

  it('answers a request whose record was torn, and leaves a DP alone whose last answer was', async () => {
    const world = new World(['dp1.contoso.com', 'dp2.contoso.com']);
    world.now = Date.now() + 1000;
    await add(['dp1.contoso.com', 'dp2.contoso.com'], world.now);
    writeFileSync(path.join(folder, 'waiting', '2386-dp1.contoso.com.json'), '{"at":17');
    await workOnQueue(new RuleQueueFolder(folder), world.place, never, atOnce);
    assert.deepEqual([...world.repairs.values()], [1, 1]);
    writeFileSync(path.join(folder, 'outcomes', '2386-dp1.contoso.com.json'), '{');
    await add(['dp1.contoso.com'], ++world.now);
    world.now += 1000;
    await workOnQueue(new RuleQueueFolder(folder), world.place, never, atOnce);
    assert.equal(world.repairs.get('dp1.contoso.com'), 1);
  });
});
