import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { RuleQueueFolder } from '../../../extension/adapters/machine/ruleQueue/ruleQueueFolder';
import { WallClock } from '../../../extension/adapters/machine/wallClock';
import { workOnQueue } from '../../../extension/app/statusRules/ruleWorker';
import { allApproved, atOnce, recordingSite } from './recordingSite';

// What a rule runs: adds its messages, says so, and works on the queue unless another process does, until it is killed.

export interface WorkerChild {
  readonly folder: string;
  /** Where each plan that was begun leaves a file with the name of its DP. */
  readonly done: string;
  readonly dpNames: readonly string[];
  readonly added: readonly string[];
}

const main = async ({ folder, done, dpNames, added }: WorkerChild): Promise<void> => {
  const queue = new RuleQueueFolder(folder, { lock: { beatEvery: 30, deadAfter: 150 } });
  await Promise.all(added.map((computer) => queue.add({ message: 2388, computer, at: Date.now() - 1 })));
  console.log('added');
  const site = recordingSite(dpNames, {
    begin: async (dpName, plan) => {
      const name = createHash('sha256').update(plan).digest('hex');
      await new Promise((resolve) => setTimeout(resolve, 5));
      writeFileSync(path.join(done, name), dpName);
    },
  });
  const place = {
    openSite: () => Promise.resolve(site),
    approval: () => Promise.resolve(allApproved),
    clock: new WallClock(),
  };
  await workOnQueue(queue, place, new AbortController().signal, atOnce);
};

void main(JSON.parse(process.argv[2] ?? '') as WorkerChild);
