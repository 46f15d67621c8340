import { l10n } from 'vscode';
import type { Command } from '../command';
import { connected } from '../connected';
import { comparedNodes } from './comparedNodes';
import { pickGroup } from './pickCompared';

/** What a group asks for beside what its members hold. */
export const compareWithMembers: Command = async (host, args) => {
  const chosen = connected(host, args);
  const [first] = comparedNodes(host, chosen, args).groupIds;
  const groupId = first ?? (await pickGroup(chosen, l10n.t('Group to compare with its members')));
  if (groupId !== undefined) await host.comparisons.show(chosen.known, { kind: 'groupDrift', groupId });
};
