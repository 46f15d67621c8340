import type { Analyser } from './analyser';
import { clientAnalysers } from './clientAnalysers';
import { siteAnalysers } from './siteAnalysers';

export const analysers: readonly Analyser<unknown>[] = [...siteAnalysers, ...clientAnalysers];
