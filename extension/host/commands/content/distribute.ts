import { l10n } from 'vscode';
import { lackingPair } from '../../../core/redistribute/lackingPair';
import { chosenOf } from '../chosen';
import { comparedNodes } from '../compare/comparedNodes';
import { pickPackage } from '../compare/pickCompared';
import type { Command } from '../command';
import { connected, type ConnectedSite } from '../connected';
import { pickDps } from '../pickPair';
import { proposePlan, proposeWrites } from '../proposeWrites';

/**
 * Plans to target content to DPs: of rows, DPs, groups and pairs what a group asks for; a package, or what the palette
 * asks for, goes to DPs that are picked.
 */
export const distribute: Command = async (host, args) => {
  const chosen = connected(host, args);
  const from = chosenOf(args, host.view);
  const isOfPairs =
    from.kind === 'rows' ||
    from.nodes.some(({ kind }) => kind === 'pair' || kind === 'dp' || kind === 'group');
  if (isOfPairs) return proposeWrites(host, 'distribute', args, ({ verdict }) => verdict === 'notTargeted');
  const [packageId = await pickPackage(chosen, l10n.t('Package'))] = comparedNodes(
    host,
    chosen,
    args,
  ).packageIds;
  if (packageId === undefined) return undefined;
  const name = chosen.known.session.state.index?.packageName(packageId) ?? packageId;
  const dps = await pickDps(
    chosen.known,
    l10n.t('Distribution points that are to get {0}', name),
    await lackingDps(chosen, packageId),
  );
  if (dps.length === 0) return undefined;
  const pairs = dps.map((dp) => lackingPair(packageId, dp, l10n.t('Chosen for this distribution point.')));
  return proposePlan(host, chosen, 'distribute', pairs);
};

/** DPs that have no target of the package; throws when that cannot be read. */
const lackingDps = async ({ known }: ConnectedSite, packageId: string): Promise<ReadonlySet<string>> => {
  const pairs = await known.pairs.of({ packageId });
  if (pairs === undefined)
    throw new Error(
      l10n.t('Which distribution points have the package could not be read. Refresh the site.'),
    );
  const targeted = new Set(
    [...pairs.values()].filter(({ verdict }) => verdict !== 'notTargeted').map(({ dp }) => dp),
  );
  const all = known.session.state.index?.dps.keys() ?? [];
  return new Set([...all].filter((dp) => !targeted.has(dp)));
};
