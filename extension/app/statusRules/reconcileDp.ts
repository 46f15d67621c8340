import type { DistributionPoint } from '../../core/content/distributionPoint';
import { tallyClass } from '../../core/reconcile/tally';
import { defaultCaps } from '../../core/redistribute/caps';
import type { Findings } from '../../ports/findings';
import { planWrites, type PlannedSite } from '../planWrites';
import { proposalOf } from './proposalOf';
import type { MessageAnswer } from './ruleSite';

/** A site that was read as a whole, and its graded pairs. */
export interface ReconciledSite extends PlannedSite {
  readonly findings: Pick<Findings, 'of'>;
}

/** Older findings than this are no base for a plan. */
const evidenceLimit = 60 * 60_000;

/** What is not proved on a DP, and the plan that would repair it. Nothing is written. @throws SelectionTooLarge, SiteReadError */
export const reconcileDp = async (
  site: ReconciledSite,
  dp: DistributionPoint,
  signal: AbortSignal,
): Promise<MessageAnswer> => {
  const found = await site.findings.of({ dp: dp.key }, signal);
  const open = found.filter(({ verdict }) => {
    const standing = tallyClass(verdict);
    return standing !== 'validated' && standing !== 'nothing';
  });
  if (open.length === 0) return { kind: 'nothing', words: 'All content that it should have is proved.' };
  return proposalOf(await planWrites('repair', open, site, { caps: defaultCaps, evidenceLimit }, signal));
};
