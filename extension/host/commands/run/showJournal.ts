import { window, workspace } from 'vscode';
import { pickRun } from '../../run/pickRun';
import { runUri } from '../../run/runDocuments';
import type { Command } from '../command';

/** Opens the journal of a run as a document. */
export const showJournal: Command = async ({ runs }) => {
  const run = await pickRun(runs);
  if (run === undefined) return;
  const document = await workspace.openTextDocument(runUri(run));
  await window.showTextDocument(document, { preview: true });
};
