import type { Webview } from 'vscode';
import type { Channel } from '../../protocol/endpoint';

/** Messages to and from a page. What comes in is untrusted: the endpoint checks each request's shape. */
export const webviewChannel = (webview: Webview): Channel => ({
  post: (message) => void webview.postMessage(message),
  listen: (listener) => {
    const registration = webview.onDidReceiveMessage(listener);
    return () => void registration.dispose();
  },
});
