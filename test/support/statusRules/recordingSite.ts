import type { RuleSite } from '../../../extension/app/statusRules/ruleSite';
import { dpKey } from '../../../extension/core/content/nalPath';
import type { DistributionPoint } from '../../../extension/core/content/distributionPoint';
import type { Approval } from '../../../extension/core/statusRules/approval/approval';
import type { WorkerOptions } from '../../../extension/app/statusRules/ruleWorker';

/** The outside of a worker: what is done to a DP, plan by plan. A plan that is gone on with is done once. */
export interface Done {
  begin(dpName: string, plan: string): Promise<void>;
}

export const dpOf = (serverName: string): DistributionPoint => ({
  key: dpKey(serverName, 'Windows NT Server'),
  id: 1,
  nalPath: '',
  serverName,
  siteCode: 'PS1',
  resourceType: 'Windows NT Server',
  description: '',
  isPullDp: false,
  isCloud: false,
  isSiteServer: false,
  validates: true,
  validationSchedule: undefined,
});

/** A site whose DPs all need one repair, but those whose name begins with `good`. */
export const recordingSite = (dpNames: readonly string[], done: Done): RuleSite => {
  let plans = 0;
  return {
    siteCode: 'PS1',
    look: () =>
      Promise.resolve({
        distributionPoints: dpNames.map(dpOf),
        dispose: () => Promise.resolve(),
        answer: ({ dp: { serverName } }) => {
          if (serverName.startsWith('good'))
            return Promise.resolve({ kind: 'nothing', words: 'All is proved.' });
          const document = `${serverName} ${process.pid} ${Math.random()} ${++plans}`;
          const work = { actions: ['redistribute'], steps: 1, bytes: 1, stepsOfUnknownSize: 0, doubts: [] };
          return Promise.resolve({
            kind: 'plan',
            proposal: { ...work, document, words: 'One step.', review: () => 'Review it.' },
          });
        },
      }),
    carryOut: async (document) => {
      await done.begin(document.split(' ', 1)[0] ?? '', document);
      return 'Done.';
    },
    close: () => Promise.resolve(),
  };
};

export const allApproved: Approval = {
  siteCode: 'PS1',
  approvedBy: 'CONTOSO\\admin on PC7',
  approvedAt: 0,
  expires: 8.64e15,
  actions: ['redistribute'],
  caps: { steps: 1_000_000, distributionPoints: 1_000_000, bytes: 1e15 },
};

export const atOnce: WorkerOptions = {
  coolDown: 24 * 3_600_000,
  settle: 0,
  retryAfter: 1,
  mostFailures: 3,
  atOnce: 8,
  lookAgain: 20,
};
