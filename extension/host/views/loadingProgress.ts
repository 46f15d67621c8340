import { Disposable, window } from 'vscode';
import type { KnownSites } from '../../app/knownSites';

/** The thin bar above the tree, while a site is connected to or read. */
export const showLoading = (sites: KnownSites): Disposable => {
  let finish: (() => void) | undefined;
  const follow = (): void => {
    const busy = sites.all.some(({ session: { state } }) => state.loading || state.phase === 'connecting');
    if (busy && finish === undefined)
      void window.withProgress(
        { location: { viewId: 'configmgrContent.tree' } },
        () => new Promise<void>((resolve) => (finish = resolve)),
      );
    if (!busy) {
      finish?.();
      finish = undefined;
    }
  };
  const unregister = [sites.onDidChange(follow), sites.onDidChangeSites(follow)];
  follow();
  return new Disposable(() => {
    for (const end of unregister) end();
    finish?.();
  });
};
