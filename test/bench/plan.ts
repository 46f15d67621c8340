// A plan of as many steps as one may have: read, made, written as a document and read again.
import { parsePlan } from '../../extension/core/redistribute/document/parsePlan';
import { printPlan } from '../../extension/core/redistribute/document/printPlan';
import { planLimit } from '../../extension/core/redistribute/caps';
import type { Report } from '../support/bench/report';
import { withReadSite } from '../unit/plans/plannedSite';

export const name = 'plan';

/** Milliseconds from the chosen pairs to the plan, with what it reads of the site. */
const planBudget = 2_000;

export const run = (report: Report): Promise<void> =>
  withReadSite({ size: 'medium', seed: 3 }, async ({ findings, plan }) => {
    const repaired = new Set(findings.filter(({ verdict }) => verdict !== 'validated').slice(0, planLimit));
    const chosen = new Set([...repaired, ...findings.slice(-(planLimit - repaired.size))]);
    const options = { budget: planBudget, warmUps: 1, runs: 5 };
    const isChosen = (finding: (typeof findings)[number]): boolean => chosen.has(finding);
    await report.time(`${chosen.size} pairs: repair`, options, () => plan('repair', isChosen));
    const proved = findings.filter(({ verdict }) => verdict === 'validated');
    const stride = Math.floor(proved.length / planLimit);
    const some = proved.filter((_, index) => index % stride === 0).slice(0, planLimit);
    const validated = new Set(some);
    await report.time(`${some.length} pairs: validate each`, options, () =>
      plan('validate', (finding) => validated.has(finding)),
    );
    const made = await plan('validate', (finding) => validated.has(finding));
    const document = printPlan(made);
    report.value('steps', made.steps.length, 'steps');
    report.value('document', Math.round(document.length / 1024), 'kB');
    await report.time('written as a document', { budget: 1_000 }, () => printPlan(made));
    await report.time('read from its document', { budget: 2_000 }, () => parsePlan(document));
  });
