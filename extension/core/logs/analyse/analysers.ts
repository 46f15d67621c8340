import type { Analyser } from './analyser';
import { siteAnalysers } from './siteAnalysers';

export const analysers: readonly Analyser<unknown>[] = [...siteAnalysers];
