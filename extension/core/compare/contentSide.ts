import type { Finding } from '../reconcile/finding';
import type { ContentSide } from './comparison';

/** What tells the version on a DP: the summarizer's row, and v_ContentDistributionVersions. Times UTC epoch ms. */
export interface VersionFacts {
  readonly summarized: number | undefined;
  readonly lastCopied: number | undefined;
  readonly validated: { readonly version: number; readonly time: number } | undefined;
}

/** The lower of the summarizer's version and one that was validated since the content came. */
export const heldVersion = ({ summarized, lastCopied, validated }: VersionFacts): number | undefined => {
  const told =
    validated !== undefined && validated.time > (lastCopied ?? -Infinity) ? validated.version : undefined;
  if (summarized === undefined || told === undefined) return told ?? summarized;
  return Math.min(summarized, told);
};

/** @param version of the package on the DP; a pair that is not targeted has none */
export const contentSide = (
  { verdict, reason, lastResult }: Pick<Finding, 'verdict' | 'reason' | 'lastResult'>,
  version: number | undefined,
): ContentSide => ({
  kind: 'content',
  verdict,
  reason,
  version: verdict === 'notTargeted' ? undefined : version,
  lastResult,
});
