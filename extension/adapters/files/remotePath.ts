import { join } from 'node:path';
import { RemoteFileError } from '../../ports/remoteFiles';

/**
 * The full path of one that is relative to the root. Whatever Windows could take for something elsewhere, or for
 * another name than the one that is written, is refused on every platform.
 * @throws RemoteFileError `outside`
 */
export const pathBelow = (root: string, path: string): string => {
  const names = path.split(/[\\/]/).filter((name, index) => index === 0 || name !== '');
  if (path === '') return root;
  for (const name of names) {
    const problem = problemOf(name);
    if (problem !== undefined)
      throw new RemoteFileError(
        'outside',
        `${JSON.stringify(path)} is no path below ${root}: ${problem}. Give names of files and folders, relative to that folder.`,
      );
  }
  return join(root, ...names);
};

const problemOf = (name: string): string | undefined => {
  if (name === '') return 'it begins with a separator';
  if (name === '..' || name === '.') return `it holds "${name}"`;
  if (name.includes(':')) return 'it holds a colon, which names a drive or an alternate stream';
  if (/[\u0000-\u001f<>"|?*]/.test(name)) return 'it holds a character that no file name has';
  if (/[. ]$/.test(name)) return 'a name ends with a dot or a space, which Windows leaves out';
  if (deviceName.test(name)) return `${JSON.stringify(name)} names a device`;
  return undefined;
};

/** With any extension too, and with spaces before it: `nul .txt` is NUL. */
const deviceName =
  /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)/i;
