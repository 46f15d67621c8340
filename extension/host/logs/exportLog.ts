import path from 'node:path';
import { commands, l10n, ProgressLocation, Uri, window, type QuickPickItem } from 'vscode';
import type { Endpoint } from '../../protocol/endpoint';
import type { LogSelection } from '../../protocol/logPage';
import { logWrite, type LogTextFormat } from '../../protocol/logWorker';

type Choice = QuickPickItem & { readonly value: LogTextFormat; readonly extension: string };

/** Asks in which format and where to, and writes the rows. */
export const exportLog = async (
  files: readonly string[],
  worker: Endpoint,
  rows: { readonly generation: number; readonly selection: LogSelection },
): Promise<void> => {
  const format = await pickFormat();
  if (format === undefined) return;
  const name = path.basename(files[0] ?? 'log').replace(/\.[^.]*$/, '');
  const target = await window.showSaveDialog({
    defaultUri: Uri.file(path.join(path.dirname(files[0] ?? ''), `${name}-export.${format.extension}`)),
    filters: { [format.label]: [format.extension] },
    title: l10n.t('Export Records'),
  });
  if (target === undefined) return;
  if (files.some((file) => path.resolve(file) === path.resolve(target.fsPath)))
    throw new Error(l10n.t('A log is not written over itself. Choose another name.'));
  const records = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Exporting records'), cancellable: true },
    async (_progress, token) => {
      const cancel = new AbortController();
      token.onCancellationRequested(() => cancel.abort());
      try {
        return await worker.request(
          logWrite,
          { ...rows, format: format.value, file: target.fsPath },
          cancel.signal,
        );
      } catch (error) {
        if (cancel.signal.aborted) return undefined;
        throw error;
      }
    },
  );
  if (records !== undefined) void offerToOpen(target, records);
};

const pickFormat = (): Thenable<Choice | undefined> => {
  const choices: readonly Choice[] = [
    {
      label: l10n.t('Log'),
      detail: l10n.t('The records as they are written, for any reader of logs'),
      value: 'log',
      extension: 'log',
    },
    {
      label: 'CSV',
      detail: l10n.t('For a spreadsheet; nothing in it runs as a formula'),
      value: 'csv',
      extension: 'csv',
    },
    {
      label: 'NDJSON',
      detail: l10n.t('For a program: an object a record, as the command line prints'),
      value: 'ndjson',
      extension: 'ndjson',
    },
  ];
  return window.showQuickPick(choices, { placeHolder: l10n.t('Export records: format') });
};

const offerToOpen = async (target: Uri, records: number): Promise<void> => {
  const open = l10n.t('Open');
  const name = path.basename(target.fsPath);
  const told = l10n.t('Exported {0} records to {1}.', records, name);
  if ((await window.showInformationMessage(told, open)) === open)
    await commands.executeCommand('vscode.open', target);
};
