import { l10n } from 'vscode';
import type { OpenSite } from '../../app/siteSession';
import type { DpKey } from '../../core/content/nalPath';
import type { Evidence } from '../../core/reconcile/evidence';
import { installedWords } from '../../core/reconcile/installed';
import { pairId } from '../../core/reconcile/pairId';
import { momentWords } from './timeWords';
import { verdictWords } from './verdictWords';

/** The verdict on a pair and each fact that it rests on, a line each. Rejects when the store is gone. */
export const explainedLines = async (
  { findings, connection }: OpenSite,
  packageId: string,
  dp: DpKey,
): Promise<readonly string[]> => {
  const now = connection.clock.now();
  const explained = await findings.explain(pairId(packageId, dp), new AbortController().signal);
  if (explained === undefined)
    return [
      l10n.t('validated: the last check passed and is not older than the last finished validation cycle.'),
    ];
  const { finding, evidence, disagreements } = explained;
  return [
    `${verdictWords(finding.verdict)} (${finding.verdict}): ${finding.reason}`,
    ...(finding.verdict === 'missing' ? [installedWords(finding.installed)] : []),
    ...(finding.suspectCycle
      ? [l10n.t('Suspect cycle: lost messages or an offline drive are likelier than lost content.')]
      : []),
    ...evidence.map((fact) => evidenceLine(fact, now)),
    ...disagreements.flatMap(({ about, claims }) => [about, ...claims.map((one) => evidenceLine(one, now))]),
  ];
};

const evidenceLine = ({ source, text, time, recordId, raw }: Evidence, now: number): string =>
  [
    `${source}: ${text}`,
    time === undefined ? undefined : momentWords(time, now),
    raw,
    recordId === undefined || recordId === '' ? undefined : `RecordID ${recordId}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
