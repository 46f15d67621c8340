import { Disposable, window } from 'vscode';
import type { SiteSession } from '../../app/siteSession';

/** The thin bar above the tree, while the site is connected or read. */
export const showLoading = (session: SiteSession): Disposable => {
  let finish: (() => void) | undefined;
  const follow = (): void => {
    const busy = session.state.loading || session.state.phase === 'connecting';
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
  const unregister = session.onDidChange(follow);
  follow();
  return new Disposable(() => {
    unregister();
    finish?.();
  });
};
