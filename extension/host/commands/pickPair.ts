import { l10n, window, type QuickPickItem } from 'vscode';
import type { Finding } from '../../core/reconcile/finding';
import type { DistributionPoint } from '../../core/content/distributionPoint';
import { listDps, listPackages, listPairs } from '../../core/siteTree/listing';
import type { KnownSite } from '../../app/knownSite';
import { verdictWords } from '../words/verdictWords';

type Choice<T> = QuickPickItem & { readonly value: T };

/** Asks for a package, then for one of its DPs; undefined when the user leaves. */
export const pickPair = async ({
  session,
  pairs,
}: Pick<KnownSite, 'session' | 'pairs'>): Promise<Finding | undefined> => {
  const { index, summary } = session.state;
  if (index === undefined) return undefined;
  const packages = listPackages(index, summary, undefined).map((packageId): Choice<string> => ({
    label: index.packageName(packageId),
    description: packageId,
    value: packageId,
  }));
  const packageId = await pick(packages, l10n.t('Package'));
  if (packageId === undefined) return undefined;
  const found = await pairs.of({ packageId });
  const dps = listPairs([...(found?.values() ?? [])], 'dp', index, undefined).map(
    (finding): Choice<Finding> => ({
      label: index.dpName(finding.dp),
      description: verdictWords(finding.verdict),
      detail: finding.reason,
      value: finding,
    }),
  );
  return pick(dps, l10n.t('Distribution point of {0}', index.packageName(packageId)));
};

/** Asks for distribution points; empty when the user leaves. */
export const pickDps = async (
  { session }: Pick<KnownSite, 'session'>,
  placeHolder = l10n.t('Distribution points'),
  among?: ReadonlySet<string>,
): Promise<readonly DistributionPoint[]> => {
  const { index, summary } = session.state;
  if (index === undefined) return [];
  const choices = listDps(index, summary, undefined).flatMap((key): readonly Choice<DistributionPoint>[] => {
    const dp = index.dps.get(key);
    return dp === undefined || among?.has(key) === false
      ? []
      : [{ label: dp.serverName, description: dp.description, value: dp }];
  });
  const chosen = await window.showQuickPick(choices, {
    placeHolder,
    canPickMany: true,
  });
  return chosen?.map(({ value }) => value) ?? [];
};

const pick = async <T>(choices: readonly Choice<T>[], placeHolder: string): Promise<T | undefined> => {
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(choices, options))?.value;
};
