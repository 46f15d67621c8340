import { Uri } from 'vscode';

/** Where the bundle of a worker thread lies. */
export type WorkerPath = (name: 'demoSite' | 'findings' | 'history' | 'logView') => string;

export const workerPath =
  (extensionUri: Uri): WorkerPath =>
  (name) =>
    Uri.joinPath(extensionUri, 'dist', 'workers', `${name}.js`).fsPath;
