import type { LogDocument } from '../documents/logDocument';
import type { PackageRun } from './packageRuns';

/** The DPs that a run names: one that is also written with its domain counts once. */
export const serversOf = (document: LogDocument, { dps }: PackageRun): readonly string[] => {
  const names = dps.map((dp) => document.nameOf(dp));
  return names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));
};
