import { workspace, window } from 'vscode';
import { evidenceUri } from '../../views/evidenceDocuments';
import { chosenPairs } from '../chosen';
import type { Command } from '../command';
import { connected } from '../connected';

/** Opens what a verdict rests on, beside what is open. */
export const showEvidence: Command = async (host, args) => {
  const { site } = connected(host);
  const [pair] = await chosenPairs(host, site, args, () => true);
  if (pair === undefined) return;
  const name = `${pair.packageId} on ${host.session.state.index?.dpName(pair.dp) ?? pair.dp}`;
  const document = await workspace.openTextDocument(evidenceUri(name, pair.packageId, pair.dp));
  await window.showTextDocument(document, { preview: true, preserveFocus: true });
};
