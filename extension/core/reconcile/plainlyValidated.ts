import type { DpKey } from '../content/nalPath';
import type { Finding } from './finding';
import { validatedReason } from './validatedReason';

/** The pass of a pair that the missing-content query only counted. Times UTC epoch ms. */
export interface PlainPass {
  /** Of the 2384 that is the pair's newest status. */
  readonly status: number | undefined;
  readonly validatedVersion: number | undefined;
  /** A finished cycle of the DP is known. */
  readonly finished: boolean;
}

/** A pair that the missing-content query only counted, as a finding; undefined when there is no pass. */
export const plainlyValidated = (
  pair: Pick<Finding, 'packageId' | 'nalPath' | 'siteCode'> & { readonly dp: DpKey },
  { status, validatedVersion, finished }: PlainPass,
): Finding | undefined => {
  const time = Math.max(status ?? -Infinity, validatedVersion ?? -Infinity);
  if (time === -Infinity) return undefined;
  return {
    packageId: pair.packageId,
    dp: pair.dp,
    nalPath: pair.nalPath,
    siteCode: pair.siteCode,
    verdict: 'validated',
    reason: validatedReason(time === status ? 'status' : 'ValidatedVersionTime', finished),
    since: time,
    lastResult: time,
    // The query discards no pair of which a source that was read says otherwise.
    installed: status === undefined ? undefined : true,
    disagrees: false,
    suspectCycle: false,
  };
};
