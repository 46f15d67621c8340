import { l10n } from 'vscode';
import type { Command } from '../command';
import { connected } from '../connected';
import { comparedNodes } from './comparedNodes';
import { pickDp, pickGroup } from './pickCompared';

/** Compares two DPs or two groups: those that are selected, or the one that is with one to pick. */
export const compareWith: Command = async (host, args) => {
  const chosen = connected(host, args);
  const { dps, groupIds } = comparedNodes(host, chosen, args);
  if (groupIds.length > 0 && dps.length === 0) {
    const [left = ''] = groupIds;
    const name = chosen.known.session.state.index?.groups.get(left)?.name ?? left;
    const right = groupIds[1] ?? (await pickGroup(chosen, l10n.t('Compare {0} with', name), [left]));
    if (right !== undefined) await host.comparisons.show(chosen.known, { kind: 'groups', left, right });
    return;
  }
  const left = dps[0] ?? (await pickDp(chosen, l10n.t('Distribution point to compare')));
  if (left === undefined) return;
  const name = chosen.known.session.state.index?.dpName(left) ?? left;
  const right = dps[1] ?? (await pickDp(chosen, l10n.t('Compare {0} with', name), [left]));
  if (right !== undefined) await host.comparisons.show(chosen.known, { kind: 'dps', left, right });
};
