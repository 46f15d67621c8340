import { env, l10n, window } from 'vscode';
import { evidenceTexts } from '../../views/evidenceDocuments';
import { chosenPairs } from '../chosen';
import type { Command } from '../command';
import { connected } from '../connected';

/** More than this nobody pastes in a ticket. */
const limit = 200;

/** Copies what the chosen verdicts rest on, as text for a ticket. */
export const copyEvidence: Command = async (host, args) => {
  const chosen = connected(host, args);
  const pairs = await chosenPairs(host, chosen, args, () => true);
  const texts = await evidenceTexts(chosen.known, pairs.slice(0, limit));
  await env.clipboard.writeText(texts.join('\n'));
  const message =
    pairs.length > limit
      ? l10n.t('Copied the evidence of the first {0} of {1} rows.', limit, pairs.length)
      : l10n.t('Copied the evidence of {0} rows.', texts.length);
  void window.setStatusBarMessage(message, 5_000);
};
