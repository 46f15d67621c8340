// @ts-check
// Runs in the page before its own script: the API that VS Code gives a webview, and its theme.

/** @param {{ style: Readonly<Record<string, string>>, kind: string }} theme */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- called by the line that the test adds
function actAsVsCode({ style, kind }) {
  const { postToHost } = /** @type {{ postToHost: (text: string) => void }} */ (
    /** @type {unknown} */ (window)
  );
  let acquired = false;
  Object.assign(window, {
    acquireVsCodeApi: () => {
      if (acquired) throw new Error('An instance of the VS Code API has already been acquired');
      acquired = true;
      return {
        postMessage: (/** @type {unknown} */ message) => postToHost(JSON.stringify(message)),
        getState: () => /** @type {unknown} */ (JSON.parse(sessionStorage.getItem('state') ?? 'null')),
        setState: (/** @type {unknown} */ state) => sessionStorage.setItem('state', JSON.stringify(state)),
      };
    },
    hearFromHost: (/** @type {string} */ text) => window.postMessage(JSON.parse(text), '*'),
  });
  new MutationObserver((_changes, observer) => {
    if (document.querySelector('body') === null) return;
    observer.disconnect();
    for (const [variable, value] of Object.entries(style))
      document.documentElement.style.setProperty(variable, value);
    document.body.className = kind;
  }).observe(document, { childList: true, subtree: true });
}
