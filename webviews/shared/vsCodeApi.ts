import type { Channel } from '../../extension/protocol/endpoint';

/** What VS Code gives a webview, once. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare global {
  function acquireVsCodeApi(): VsCodeApi;
}

/** Messages to and from the extension host. */
export const hostChannel = (api: VsCodeApi): Channel => ({
  post: (message) => api.postMessage(message),
  listen: (listener) => {
    const receive = (event: MessageEvent<unknown>): void => listener(event.data);
    window.addEventListener('message', receive);
    return () => window.removeEventListener('message', receive);
  },
});

/** What to show of an error from the other side. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
