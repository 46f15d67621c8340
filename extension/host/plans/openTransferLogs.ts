import { workspace } from 'vscode';
import { nodeLogBytes } from '../../adapters/files/nodeLogBytes';
import { LogAnalysis } from '../../core/logs/analyse/logAnalysis';
import { transferAnalyser } from '../../core/logs/analyse/pkgXferMgr/transferAnalyser';
import { transferSpeeds } from '../../core/redistribute/budget/transferLog';

/** What PkgXferMgr logs that are open in this window tell of the lines to DPs. */
export const openTransferLogs = (): ReadonlyMap<string, readonly number[]> => {
  const analysis = new LogAnalysis(nodeLogBytes(), [transferAnalyser]);
  for (const document of workspace.textDocuments) {
    if (!/[\\/]pkgxfermgr[^\\/]*\.lo[g_]$/i.test(document.uri.path)) continue;
    const input = analysis.file(document.uri.toString(true));
    input.push(Buffer.from(document.getText()));
    input.end();
  }
  return transferSpeeds(analysis.results().flatMap(({ facts }) => facts.jobs));
};
