/** What may be approved beforehand. What takes content away, or goes to all DPs of a package, is not among it. */
export const approvableActions = ['validate', 'redistribute', 'distribute', 'repairLibrary'] as const;
export type ApprovableAction = (typeof approvableActions)[number];

/** How much may be begun in any 24 hours, over all plans together. */
export interface ApprovedCaps {
  readonly steps: number;
  readonly distributionPoints: number;
  readonly bytes: number;
}

/** Plans that may be applied without anybody looking at each of them. */
export interface Approval {
  readonly siteCode: string;
  /** `DOMAIN\name on COMPUTER` */
  readonly approvedBy: string;
  /** UTC epoch milliseconds. */
  readonly approvedAt: number;
  readonly expires: number;
  readonly actions: readonly ApprovableAction[];
  readonly caps: ApprovedCaps;
}

/** No approval holds longer: by then somebody has to have looked again. */
export const longestApproval = 366 * 24 * 3_600_000;

export const gigabyte = 1024 ** 3;

/** Why an approval does not hold for a site now; undefined when it does. */
export const approvalProblem = (
  { siteCode, approvedAt, expires }: Approval,
  site: string,
  now: number,
): string | undefined => {
  if (siteCode.toUpperCase() !== site.toUpperCase())
    return `The approval is for site ${siteCode}, and this is ${site}.`;
  if (now >= expires) return `The approval ended on ${new Date(expires).toISOString()}. Approve anew.`;
  return now < approvedAt
    ? `The approval begins on ${new Date(approvedAt).toISOString()}. Check the clock of this computer.`
    : undefined;
};
