import type { Analyser } from './analyser';

/** Of the logs of a site server and its distribution points. */
export const siteAnalysers: readonly Analyser<unknown>[] = [];
