import type { Reading, SiteList } from '../libraryLook';

/** States of the summarizer that are an end: installed, and installed while it is monitored. */
const settled: ReadonlySet<number> = new Set([0, 8]);
const beingDeleted = 3;

/** Packages that are pending, failed or on their way at a DP, by ID; undefined: that was not read. */
export const unfinishedPackages = (site: Reading<SiteList>): readonly string[] | undefined => {
  if (site.kind === 'notRead') return undefined;
  const { targets, openJobs, isScoped } = site.value;
  const states = Array.from(targets.values(), ({ state }) => state);
  const statesRead = states.length === 0 || states.some((state) => state !== undefined);
  if (openJobs === undefined || isScoped || !statesRead) return undefined;
  const unfinished = [...targets].filter(
    ([, { state, status }]) => status === beingDeleted || (state !== undefined && !settled.has(state)),
  );
  return [...new Set([...openJobs, ...unfinished.map(([packageId]) => packageId)])].sort();
};
