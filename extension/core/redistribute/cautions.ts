import type { Candidate } from './candidate';
import type { PlanAction } from './plan';

/** What an admin should know of a step before confirming it. */
export const cautionsOf = (action: PlanAction, { finding, dp }: Candidate): readonly string[] => {
  const cautions: string[] = [];
  if (action === 'redistribute') {
    if (finding.verdict === 'cancelled')
      cautions.push('Someone cancelled this distribution. Ask why before it is sent again.');
    if (finding.verdict === 'distributionFailed')
      cautions.push('The last distribution failed. It fails again unless its cause is gone.');
    if (finding.suspectCycle)
      cautions.push("The DP's last validation cycle looks wrong as a whole; the content may be there.");
    if (dp?.isSiteServer === undefined)
      cautions.push(
        'It is not known whether the DP is on the site server, where a redistribution does nothing.',
      );
    if (dp?.isCloud === true) cautions.push('Cloud DP: the content is uploaded to Azure.');
    if (dp?.isPullDp === true)
      cautions.push('Pull DP: it is told to fetch the content from its own source DPs.');
  }
  if (action === 'validate' && finding.suspectCycle)
    cautions.push("The DP's last validation cycle looks wrong as a whole: a good pick for a sample.");
  return cautions;
};
