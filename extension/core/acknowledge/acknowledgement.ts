import { parseNalPath } from '../content/nalPath';
import type { Verdict } from '../reconcile/verdict';

/** An admin's word that findings need no action until a day: which, why, who, and where it was agreed. */
export interface Acknowledgement {
  readonly siteCode: string;
  /** undefined: any package, and then a DP is named. */
  readonly packageId: string | undefined;
  /** Server name of the DP; undefined: on any DP. */
  readonly dp: string | undefined;
  /** undefined: whatever is found. Else a finding whose verdict is another one counts. */
  readonly verdicts: readonly Verdict[] | undefined;
  readonly reason: string;
  readonly ticket: string | undefined;
  /** Account of the admin. */
  readonly by: string;
  /** UTC epoch milliseconds, as is `expires`. */
  readonly created: number;
  /** From then on it no longer counts; undefined: it does not expire. */
  readonly expires: number | undefined;
  /** Fields of the file that this version does not know; they are written back. */
  readonly others?: Readonly<Record<string, unknown>>;
}

/** What it is about. One that is about the same as another takes its place. */
export const subjectOf = ({ siteCode, packageId, dp, verdicts }: Acknowledgement): string =>
  [
    siteCode.toUpperCase(),
    packageId?.toUpperCase() ?? '',
    serverOf(dp ?? ''),
    (verdicts ?? []).toSorted().join(' '),
  ].join('\n');

/** A server by its name or by a DP's NAL path, in lower case. */
export const serverOf = (dp: string): string => (parseNalPath(dp)?.server ?? dp).toLowerCase();
