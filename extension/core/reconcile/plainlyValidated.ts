import type { DpKey } from '../content/nalPath';
import type { Finding } from './finding';

/** A pair that the missing-content query only counted, as a finding. @param time of its pass, UTC epoch ms */
export const plainlyValidated = (
  pair: Pick<Finding, 'packageId' | 'nalPath' | 'siteCode'> & { readonly dp: DpKey },
  time: number,
): Finding => ({
  packageId: pair.packageId,
  dp: pair.dp,
  nalPath: pair.nalPath,
  siteCode: pair.siteCode,
  verdict: 'validated',
  reason: 'Verified since the last finished cycle began (2384).',
  since: time,
  lastResult: time,
  suspectCycle: false,
});
