import { workspace, window } from 'vscode';
import { evidenceUri } from '../../views/evidenceDocuments';
import { chosenPairs } from '../chosen';
import type { Command } from '../command';
import { connected } from '../connected';

/** Opens what a verdict rests on, beside what is open. */
export const showEvidence: Command = async (host, args) => {
  const chosen = connected(host, args);
  const [pair] = await chosenPairs(host, chosen, args, () => true);
  if (pair === undefined) return;
  const { known } = chosen;
  const name = `${pair.packageId} on ${known.session.state.index?.dpName(pair.dp) ?? pair.dp}`;
  const document = await workspace.openTextDocument(evidenceUri(name, known.key, pair.packageId, pair.dp));
  await window.showTextDocument(document, { preview: true, preserveFocus: true });
};
