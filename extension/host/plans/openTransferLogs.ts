import { workspace } from 'vscode';
import { transferSpeeds } from '../../core/redistribute/budget/transferLog';

/** What PkgXferMgr logs that are open in this window tell of the lines to DPs. */
export const openTransferLogs = (): ReadonlyMap<string, readonly number[]> => {
  const speeds = new Map<string, readonly number[]>();
  for (const document of workspace.textDocuments) {
    if (!/[\\/]pkgxfermgr[^\\/]*\.lo[g_]$/i.test(document.uri.path)) continue;
    for (const [server, found] of transferSpeeds(document.getText().split('\n')))
      speeds.set(server, [...(speeds.get(server) ?? []), ...found]);
  }
  return speeds;
};
