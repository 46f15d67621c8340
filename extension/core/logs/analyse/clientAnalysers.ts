import type { Analyser } from './analyser';
import { cleanupAnalyser } from './cleanup/cleanupAnalyser';
import { downloadAnalyser } from './downloads/downloadAnalyser';
import { iisAnalyser } from './iis/iisAnalyser';

/** Of the logs of clients and pull DPs, of the web server, and of the tool that cleans a library up. */
export const clientAnalysers: readonly Analyser<unknown>[] = [downloadAnalyser, iisAnalyser, cleanupAnalyser];
