import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Random } from '../../extension/adapters/demo/site/random';
import { startProgram } from '../support/demoServer/startDemoServer';
import type { WorkerChild } from '../support/statusRules/workerChild';

const child = path.join(__dirname, '../support/statusRules/workerChild.ts');

/** Runs a process; kills it so long after it has added its messages. @returns whether it ended by itself */
const run = async (given: WorkerChild, killAfter = Infinity): Promise<boolean> => {
  const program = startProgram(child, JSON.stringify(given));
  assert.ok(program.stdout);
  const ended = once(program, 'exit') as Promise<[number | null, string | null]>;
  await Promise.race([once(createInterface(program.stdout), 'line'), ended]);
  const timer = killAfter === Infinity ? undefined : setTimeout(() => program.kill('SIGKILL'), killAfter);
  const [code, signal] = await ended;
  clearTimeout(timer);
  assert.ok(signal === 'SIGKILL' || code === 0, `ended with ${String(code)}`);
  return code === 0;
};

describe('processes that a rule starts', () => {
  it('add 300 DPs at once, and though workers are killed, each DP is answered and none repaired twice', async function () {
    this.timeout(120_000);
    const root = mkdtempSync(path.join(tmpdir(), 'rule-processes-'));
    try {
      const [folder, done] = [path.join(root, 'queue'), path.join(root, 'done')];
      mkdirSync(done);
      const dpNames = Array.from({ length: 300 }, (_, at) => `dp${at}.contoso.com`);
      const random = new Random('kills');
      const share = (part: number): readonly string[] => dpNames.filter((_, at) => at % 3 === part);
      const given = (added: readonly string[]): WorkerChild => ({ folder, done, dpNames, added });
      // Each may become the worker, and is killed at it.
      await Promise.all([0, 1, 2].map((part) => run(given(share(part)), random.between(0, 300))));
      for (let kills = 0; !(await run(given([]), kills < 3 ? random.between(50, 400) : Infinity)); kills++);
      // One that found a lock which its dead owner still seemed to hold has left: as the next message would.
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.ok(await run(given([])));
      const repaired = readdirSync(done).map((name) => readFileSync(path.join(done, name), 'utf8'));
      assert.deepEqual(repaired.sort(), dpNames.toSorted());
      assert.equal(
        readdirSync(path.join(folder, 'outcomes')).filter((name) => name.endsWith('.json')).length,
        300,
      );
      for (const left of ['waiting', 'taken'])
        assert.deepEqual(
          readdirSync(path.join(folder, left)).filter((name) => name.endsWith('.json')),
          [],
        );
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
