import type { Analyser } from './analyser';
import { distmgrAnalyser } from './distmgr/distmgrAnalyser';
import { transferAnalyser } from './pkgXferMgr/transferAnalyser';
import { senderAnalyser } from './sender/senderAnalyser';
import { validationAnalyser } from './smsdpmon/validationAnalyser';

/** Of the logs of a site server and its distribution points. */
export const siteAnalysers: readonly Analyser<unknown>[] = [
  distmgrAnalyser,
  transferAnalyser,
  senderAnalyser,
  validationAnalyser,
];
