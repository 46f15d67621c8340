import { ofComponents, type Analyser } from '../analyser';
import { TransferAnalysis } from './transferAnalysis';
import type { TransferFacts } from './transferFacts';
import { transferReport } from './transferReport';

/** PkgXferMgr.log of a site server: jobs, threads, speed, retries, what holds jobs back. */
export const transferAnalyser: Analyser<TransferFacts> = {
  id: 'pkgXferMgr',
  title: 'Package Transfer Manager',
  reach: 'log',
  takes: ofComponents('sms_package_transfer_manager'),
  begin: () => new TransferAnalysis(),
  report: transferReport,
};
