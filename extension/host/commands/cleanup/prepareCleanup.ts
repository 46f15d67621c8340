import { l10n, window } from 'vscode';
import { localFolder, usualCleanupFolder } from '../../../core/library/cleanup/cleanupPlaces';
import type { Command } from '../command';
import { connected } from '../connected';
import { askRelease, pickCleanupDp } from './pickCleanupDp';
import { showScript } from './showScript';

/** Opens a script that has the cleanup tool say what it would delete on a DP; nothing runs here. */
export const prepareCleanup: Command = async (host, args) => {
  const chosen = connected(host, args);
  const dp = await pickCleanupDp(host, chosen, args);
  if (dp === undefined) return;
  const { connection } = chosen.site;
  const { index } = chosen.known.session.state;
  const release = await askRelease(connection.info.version);
  if (release === null || index === undefined) return;
  const folder = await window.showInputBox({
    prompt: l10n.t(
      'Folder of {0} for the tool and its logs; only administrators should write there',
      dp.serverName,
    ),
    value: usualCleanupFolder,
    validateInput: problemOf,
  });
  if (folder === undefined) return;
  const { makeScript } = await import('../../../app/library/cleanup/makeScript.js');
  const { signal } = new AbortController();
  await showScript(await makeScript(connection, index, { dp, release }, folder, signal));
};

const problemOf = (folder: string): string | undefined => {
  try {
    localFolder(folder);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
