import path from 'node:path';
import { l10n, workspace, type Uri } from 'vscode';
import { acknowledgementSetting } from './windowMarks';

/**
 * The file of acknowledgements: the one of the setting, which all sites and a team may share, else one of this
 * machine for each site. Throws with the next step.
 */
export const acknowledgementPlace = (storage: Uri, siteFolder: string): string => {
  const wanted = workspace.getConfiguration().get(acknowledgementSetting, '').trim();
  if (wanted === '') return path.join(storage.fsPath, 'acknowledgements', `${siteFolder}.json`);
  const file = path.normalize(wanted.replaceAll('${workspaceFolder}', () => workspaceFolder()));
  if (!path.isAbsolute(file))
    throw new Error(
      l10n.t(
        'The setting {0} needs a full path, or one that begins with {1}.',
        acknowledgementSetting,
        '${workspaceFolder}',
      ),
    );
  return file;
};

const workspaceFolder = (): string => {
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  if (folder === undefined)
    throw new Error(
      l10n.t(
        'The setting {0} names the workspace folder, and no folder of this machine is open. Open one, or write a full path.',
        acknowledgementSetting,
      ),
    );
  return folder.uri.fsPath;
};
