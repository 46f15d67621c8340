import { homedir } from 'node:os';
import path from 'node:path';

const name = 'configmgr-content';

/** Where this user's programs keep what they share: windows and command lines alike. */
export const userDataFolder = (
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string => {
  if (platform === 'win32')
    return path.win32.join(environment.LOCALAPPDATA ?? path.win32.join(home, 'AppData', 'Local'), name);
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', name);
  return path.posix.join(environment.XDG_DATA_HOME ?? path.posix.join(home, '.local', 'share'), name);
};
