import { overCaps } from '../../core/redistribute/caps';
import { printPlan } from '../../core/redistribute/document/printPlan';
import type { Plan } from '../../core/redistribute/plan';
import { planSummary } from '../../core/redistribute/planSummary';
import type { RunAction } from '../../core/run/runPlan';
import type { MessageAnswer } from './ruleSite';

/**
 * A plan as the answer to a message; one without steps is nothing to do.
 * @param named what approvals call an action
 * @param doubts why nobody should apply it unseen; sentences
 */
export const proposalOf = (
  plan: Plan,
  named: (action: RunAction) => string = (action) => action,
  doubts: readonly string[] = [],
): MessageAnswer => {
  const { steps, totals, caps, hash } = plan;
  const words = [...planSummary(plan), ...doubts].join(' ');
  if (steps.length === 0) return { kind: 'nothing', words };
  return {
    kind: 'plan',
    proposal: {
      actions: steps.map(({ action }) => named(action)),
      steps: steps.length,
      bytes: totals.bytes,
      stepsOfUnknownSize: totals.stepsOfUnknownSize,
      doubts: [...doubts, ...overCaps(steps.length, totals, caps).map((over) => `Over its caps: ${over}.`)],
      document: printPlan(plan),
      words,
      review: (file) => `Review ${file}, then: configmgr-content apply --plan "${file}" --approve ${hash}`,
    },
  };
};
