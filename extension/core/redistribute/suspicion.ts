import type { Finding } from '../reconcile/finding';

/** So many packages of a DP with a suspect cycle are validated one by one, before more is believed of it. */
export const suspectSample = 3;

/** What single packages of a DP with a suspect cycle gave since that cycle: the newest result of each. */
export interface DpSample {
  /** End of the suspect cycle, UTC epoch milliseconds. */
  readonly since: number;
  readonly passed: number;
  readonly failed: number;
}

/**
 * Whether more may be sent to a pair's DP than a sample:
 * `none`      its last cycle is not suspect, or the sample found what the cycle found;
 * `unsampled` too few packages have been validated since;
 * `refuted`   packages passed since: that cycle proves nothing, and each package has to be validated by itself.
 */
export type Suspicion = 'none' | 'unsampled' | 'refuted';

type Suspected = Pick<Finding, 'suspectCycle' | 'verdict' | 'since'>;

export const suspicionOf = (finding: Suspected, sample: DpSample | undefined): Suspicion => {
  if (!finding.suspectCycle || isOwnResult(finding, sample)) return 'none';
  if (sample === undefined || sample.passed + sample.failed < suspectSample) return 'unsampled';
  return sample.passed === 0 ? 'none' : 'refuted';
};

/** The pair was validated by itself after the cycle, and failed: it does not rest on the cycle. */
const isOwnResult = ({ verdict, since }: Suspected, sample: DpSample | undefined): boolean =>
  sample !== undefined &&
  since !== undefined &&
  since > sample.since &&
  (verdict === 'hashFailed' || verdict === 'filesMissing' || verdict === 'corrupt');

/** Why content is not sent there yet. */
export const suspicionWords = (suspicion: Exclude<Suspicion, 'none'>): string =>
  suspicion === 'refuted'
    ? "The DP's last validation cycle found much missing that has passed since when it was validated by itself: messages were lost, or a drive was offline. Validate this package on the DP first."
    : "The DP's last validation cycle found so much missing that lost messages or an offline drive are likelier than lost content. Validate a few of these packages on the DP first.";
