import { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { packageNames, type LogServerOptions } from '../../protocol/lsp';

/** Names of those packages that a connected site has. */
export type NamesOf = (packageIds: readonly string[]) => Readonly<Record<string, string>>;

/** Starts the log language server. Its client is a chunk of its own, loaded with the first log. */
export const startLogServer = async (
  extensionUri: Uri,
  initializationOptions: LogServerOptions,
  namesOf: NamesOf,
): Promise<BaseLanguageClient> => {
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const module = Uri.joinPath(extensionUri, 'dist', 'server', 'main.js').fsPath;
  const client = new LanguageClient(
    'configmgrContent.logs',
    'ConfigMgr Logs',
    { module, transport: TransportKind.ipc },
    { documentSelector: [{ language: logLanguage }], initializationOptions },
  );
  client.onRequest(packageNames.method, namesOf);
  await client.start();
  return client;
};

/** The language of CMTrace-style logs in package.json. */
export const logLanguage = 'cmtrace';
