import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readLogName } from '../../core/logs/analyse/logName';

/**
 * Logs, and what was rolled over of them: files of the same name beside them that end in `.log` or `.lo_`. A folder
 * that cannot be listed adds nothing.
 */
export const withRolledOver = async (files: readonly string[]): Promise<readonly string[]> => {
  const all = await Promise.all(files.map(async (file) => [file, ...(await besides(file))]));
  return [...new Set(all.flat())];
};

const besides = async (file: string): Promise<readonly string[]> => {
  const { name } = readLogName(file);
  const folder = path.dirname(file);
  const names = await readdir(folder).catch((): readonly string[] => []);
  return names
    .filter((one) => /\.lo[g_]$/i.test(one) && readLogName(one).name === name)
    .map((one) => path.join(folder, one));
};
