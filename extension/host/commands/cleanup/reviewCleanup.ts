import { l10n, window, type QuickPickItem } from 'vscode';
import { sharedLogs } from '../../../app/library/cleanup/sharedLogs';
import type { DistributionPoint } from '../../../core/content/distributionPoint';
import { logFolder, sharedFolder, usualCleanupFolder } from '../../../core/library/cleanup/cleanupPlaces';
import type { SiteConnection } from '../../../ports/siteConnection';
import type { Command } from '../command';
import { connected } from '../connected';
import { askRelease, pickCleanupDp } from './pickCleanupDp';

/** Holds a log of the cleanup tool against the site: one that lies on the DP, or a file. */
export const reviewCleanup: Command = async (host, args) => {
  const chosen = connected(host, args);
  const dp = await pickCleanupDp(host, chosen, args);
  if (dp === undefined) return;
  const { connection } = chosen.site;
  const place = await pickLog(connection, dp);
  if (place === undefined) return;
  const release = await askRelease(connection.info.version);
  if (release !== null) await host.cleanups.show(chosen.known, { dp: dp.key, place, release });
};

type LogChoice = QuickPickItem & { readonly place: string | undefined };

const pickLog = async (connection: SiteConnection, dp: DistributionPoint): Promise<string | undefined> => {
  const picked = await window.showQuickPick(logChoices(connection, dp), {
    placeHolder: l10n.t('Log of the cleanup tool on {0}', dp.serverName),
    matchOnDescription: true,
  });
  if (picked === undefined || picked.place !== undefined) return picked?.place;
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t('Log of the Cleanup Tool'),
      openLabel: l10n.t('Review'),
      filters: { [l10n.t('Logs')]: ['log', 'txt'], [l10n.t('All files')]: ['*'] },
    })) ?? [];
  return file?.fsPath;
};

/** Those in the usual folder of the DP, and a file; why there are none of the DP is said. */
const logChoices = async (
  { computers }: SiteConnection,
  { serverName }: DistributionPoint,
): Promise<readonly LogChoice[]> => {
  const file = { label: l10n.t('Choose a file…'), place: undefined };
  if (computers === undefined) return [file];
  try {
    const folder = sharedFolder(serverName, logFolder(usualCleanupFolder));
    const logs = await sharedLogs(computers.files(folder), new AbortController().signal);
    return [
      ...logs.map(({ name, place, modified }) => ({
        label: name,
        description: `${new Date(modified).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
        place,
      })),
      file,
    ];
  } catch (error) {
    return [{ ...file, detail: error instanceof Error ? error.message : String(error) }];
  }
};
