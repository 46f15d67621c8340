import { l10n, window, type QuickPickItem } from 'vscode';
import type { DistributionPoint } from '../../../core/content/distributionPoint';
import type { DpKey } from '../../../core/content/nalPath';
import type { Finding } from '../../../core/reconcile/finding';
import { lackingOf } from '../../../core/redistribute/lackingPair';
import { listDps } from '../../../core/siteTree/listing';
import { comparedNodes } from '../compare/comparedNodes';
import { pickDp } from '../compare/pickCompared';
import type { Command } from '../command';
import { connected, type ConnectedSite } from '../connected';
import { proposePlan } from '../proposeWrites';

/** Plans to give a DP what its groups ask for, or what another DP has and it has not. */
export const giveContent: Command = async (host, args) => {
  const chosen = connected(host, args);
  const [first = await pickDp(chosen, l10n.t('Distribution point that is to get content'))] = comparedNodes(
    host,
    chosen,
    args,
  ).dps;
  const dp = first && chosen.known.session.state.index?.dps.get(first);
  if (dp === undefined) return;
  const giver = await pickGiver(chosen, dp);
  if (giver === undefined) return;
  const own = await pairsOf(chosen, dp.key);
  const pairs =
    giver === 'groups'
      ? own.filter(({ verdict }) => verdict === 'notTargeted')
      : lackingOf(await pairsOf(chosen, giver), own, dp, nameOf(chosen, giver));
  await proposePlan(host, chosen, 'distribute', pairs);
};

type Giver = QuickPickItem & { readonly value: DpKey | 'groups' };

const pickGiver = async (
  { known }: ConnectedSite,
  dp: DistributionPoint,
): Promise<DpKey | 'groups' | undefined> => {
  const { index, summary } = known.session.state;
  if (index === undefined) return undefined;
  const groups: Giver = {
    label: l10n.t('All that its groups ask for'),
    description: index.groupNamesOfDp(dp.key).join(', '),
    value: 'groups',
  };
  const others = listDps(index, summary, undefined)
    .filter((key) => key !== dp.key)
    .map((value): Giver => {
      const description = index.dps.get(value)?.description ?? '';
      return { label: index.dpName(value), description, value };
    });
  const placeHolder = l10n.t('Give {0} what another has', dp.serverName);
  return (await window.showQuickPick([groups, ...others], { placeHolder, matchOnDescription: true }))?.value;
};

/** Throws when they cannot be read: what lacks could then not be told. */
const pairsOf = async ({ known }: ConnectedSite, dp: DpKey): Promise<readonly Finding[]> => {
  const pairs = await known.pairs.of({ dp });
  if (pairs === undefined)
    throw new Error(
      l10n.t(
        'What {0} has could not be read. Refresh the site.',
        known.session.state.index?.dpName(dp) ?? dp,
      ),
    );
  return [...pairs.values()];
};

const nameOf = ({ known }: ConnectedSite, dp: DpKey): string => known.session.state.index?.dpName(dp) ?? dp;
