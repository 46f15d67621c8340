import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { commands, env, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { writeAtomically } from '../../adapters/machine/atomicFile';
import { exportFindings, type ExportWanted } from '../../app/exportFindings';
import { writeExport, type WrittenExport } from '../../app/writeExport';
import type { ExportHead } from '../../core/export/exportWriter';
import { exportWriter, formatNames, type ExportFormat } from '../../core/export/formats';
import { redactHead, redactRow, siteRedactor } from '../../core/export/redact/redactRow';
import type { ConnectedSite } from '../commands/connected';

export interface FileWanted extends ExportWanted {
  readonly format: ExportFormat;
  readonly redact: boolean;
}

/** Asks where to, writes page by page, and offers to open the file. */
export const exportToFile = async (chosen: ConnectedSite, wanted: FileWanted): Promise<void> => {
  const target = await askTarget(chosen, wanted.format);
  if (target === undefined) return;
  const written = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Exporting content'), cancellable: true },
    async (progress, token) => {
      const cancel = new AbortController();
      token.onCancellationRequested(() => cancel.abort());
      const tell = (rows: number): void => progress.report({ message: l10n.t('{0} rows', rows) });
      try {
        return await writeTo(target, (write) => writeRows(chosen, wanted, write, tell, cancel.signal));
      } catch (error) {
        if (cancel.signal.aborted) return undefined;
        throw error;
      }
    },
  );
  if (written !== undefined) await offerToOpen(target, wanted.format, written);
};

const askTarget = ({ site, facts }: ConnectedSite, format: ExportFormat): Thenable<Uri | undefined> => {
  const { name, extension } = formatNames[format];
  const day = new Date(facts.readAt).toISOString().slice(0, 10);
  const file = `missing-content-${site.connection.info.siteCode}-${day}.${extension}`;
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
  return window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, file),
    filters: { [name]: [extension] },
    title: l10n.t('Export Content'),
  });
};

/** Spreadsheets take a file without it for one of the machine's own code page. */
const byteOrderMark = '\ufeff';

const writeRows = (
  { known, site, facts }: ConnectedSite,
  { format, redact, ...wanted }: FileWanted,
  write: (text: string) => Promise<void>,
  tell: (rows: number) => void,
  signal: AbortSignal,
): Promise<WrittenExport> => {
  const { connection, findings } = site;
  const { summary } = known.session.state;
  if (summary === undefined)
    throw new Error(l10n.t('The site has not been read yet. Wait for it, or refresh.'));
  const head: ExportHead = {
    siteCode: connection.info.siteCode,
    siteName: connection.info.siteName,
    readAt: summary.readAt,
    filter: wanted.view.filter,
    tally: summary.site,
    notRead: [...facts.notRead],
    scoped: [...(facts.scoped ?? [])],
    redacted: false,
  };
  const redactor = redact ? siteRedactor(facts.inventory, [connection.info.provider.computer]) : undefined;
  const writer = exportWriter(format, redactor === undefined ? head : redactHead(redactor, head));
  return writeExport(
    exportFindings(connection.database, findings, facts, wanted, signal),
    format === 'csv' ? { ...writer, head: byteOrderMark + writer.head } : writer,
    (row) => (redactor === undefined ? row : redactRow(redactor, row)),
    write,
    tell,
  );
};

/** A place that is no file of this machine, on a remote one say, gets it when it is whole. */
const writeTo = async <T>(
  target: Uri,
  task: (write: (text: string) => Promise<void>) => Promise<T>,
): Promise<T> => {
  if (target.scheme === 'file') return writeAtomically(target.fsPath, task);
  const folder = await mkdtemp(path.join(tmpdir(), 'configmgr-content-'));
  try {
    const file = path.join(folder, 'export');
    const result = await writeAtomically(file, task);
    await workspace.fs.copy(Uri.file(file), target, { overwrite: true });
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const offerToOpen = async (target: Uri, format: ExportFormat, { rows }: WrittenExport): Promise<void> => {
  const open = l10n.t('Open');
  const name = path.posix.basename(target.path);
  const chosen = await window.showInformationMessage(l10n.t('Exported {0} rows to {1}.', rows, name), open);
  if (chosen !== open) return;
  if (format === 'html') await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
};
