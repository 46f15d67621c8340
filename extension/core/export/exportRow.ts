import type { Evidence } from '../reconcile/evidence';
import type { Finding } from '../reconcile/finding';
import type { FindingRow } from '../reconcile/findingRow';
import { repairNeed, type Verdict } from '../reconcile/verdict';
import { isoTime } from './isoTime';

/** A pair as it leaves the tool; JSON has exactly these fields. Times are ISO 8601 in UTC; null is not known. */
export interface ExportRow {
  readonly packageId: string;
  readonly packageName: string;
  readonly packageType: string;
  readonly dpName: string;
  readonly dpNalPath: string;
  readonly siteCode: string;
  readonly groups: readonly string[];
  readonly verdict: Verdict;
  /** `ask`: an admin decides first. */
  readonly needsRepair: boolean | 'ask';
  /** The DP's status says that it is installed, so that clients are sent there. */
  readonly installed: boolean | null;
  readonly sizeKb: number | null;
  readonly since: string | null;
  readonly lastResult: string | null;
  readonly suspectCycle: boolean;
  /** Sources contradict each other about the pair. */
  readonly disagrees: boolean;
  /** An admin has set it aside. */
  readonly acknowledged: boolean;
  readonly reason: string;
  readonly evidence: readonly ExportEvidence[];
}

export interface ExportEvidence {
  /** A view, or a status message. */
  readonly source: string;
  /** What it says, with its raw codes. */
  readonly value: string;
  readonly time: string | null;
}

export const exportRow = (
  finding: Pick<Finding, 'nalPath' | 'siteCode'>,
  row: FindingRow,
  evidence: readonly Evidence[],
): ExportRow => ({
  packageId: row.packageId,
  packageName: row.packageName,
  packageType: row.packageType,
  dpName: row.dpName,
  dpNalPath: finding.nalPath,
  siteCode: finding.siteCode,
  groups: row.groups,
  verdict: row.verdict,
  needsRepair: needsRepair(row.verdict),
  installed: row.installed ?? null,
  sizeKb: row.bytes === undefined ? null : Math.ceil(row.bytes / 1024),
  since: isoTime(row.since),
  lastResult: isoTime(row.lastResult),
  suspectCycle: row.suspectCycle,
  disagrees: row.disagrees,
  acknowledged: row.marks?.acknowledged === 'yes',
  reason: row.reason,
  evidence: evidence.map(exportEvidence),
});

const needsRepair = (verdict: Verdict): boolean | 'ask' => {
  const need = repairNeed(verdict);
  return need === 'ask' ? 'ask' : need === 'yes';
};

const exportEvidence = ({ source, text, time, recordId, raw }: Evidence): ExportEvidence => ({
  source,
  value: [text, raw, recordId === undefined || recordId === '' ? undefined : `RecordID ${recordId}`]
    .filter((part) => part !== undefined)
    .join(' \u00b7 '),
  time: isoTime(time),
});
