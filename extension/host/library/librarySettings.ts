import { workspace } from 'vscode';
import { defaultFindOptions, type FindOptions } from '../../app/library/findMismatches';

/** How mismatches are looked for; what is set wrongly counts as not set. */
export const librarySettings = (): FindOptions => {
  const settings = workspace.getConfiguration('configmgrContent.library');
  const number = (name: string, least: number, most: number, otherwise: number): number => {
    const value = settings.get<unknown>(name);
    return typeof value === 'number' && value >= least && value <= most ? value : otherwise;
  };
  return {
    waitMinutes: number('waitMinutes', 0, 1440, defaultFindOptions.waitMinutes),
    dpsAtOnce: Math.floor(number('distributionPointsAtOnce', 1, 50, defaultFindOptions.dpsAtOnce)),
  };
};
