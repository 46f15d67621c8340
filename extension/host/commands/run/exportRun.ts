import { l10n, Uri, window, workspace } from 'vscode';
import { pickRun } from '../../run/pickRun';
import type { Command } from '../command';

/** Writes what a journal tells to a file: Markdown for people, JSON for programs. */
export const exportRun: Command = async ({ runs }) => {
  const run = await pickRun(runs);
  if (run === undefined) return;
  const [folder] = workspace.workspaceFolders ?? [];
  const target = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder.uri, `${run.id}.md`) }),
    filters: { Markdown: ['md'], JSON: ['json'] },
    title: l10n.t('Export Run'),
  });
  if (target === undefined) return;
  const { runData, runReport } = await import('../../../core/run/runReport.js');
  const text = target.path.endsWith('.json')
    ? `${JSON.stringify(runData(run.id, run.state), undefined, 2)}\n`
    : runReport(run.id, run.state);
  await workspace.fs.writeFile(target, Buffer.from(text));
};
