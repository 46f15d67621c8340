import { Disposable, Uri } from 'vscode';

/** Starts the log language server. Its client is a chunk of its own, loaded with the first log. */
export const startLogServer = async (extensionUri: Uri): Promise<Disposable> => {
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const module = Uri.joinPath(extensionUri, 'dist', 'server', 'main.js').fsPath;
  const client = new LanguageClient(
    'configmgrContent.logs',
    'ConfigMgr Logs',
    { module, transport: TransportKind.ipc },
    { documentSelector: [{ language: logLanguage }] },
  );
  await client.start();
  return new Disposable(() => void client.dispose());
};

/** The language of CMTrace-style logs in package.json. */
export const logLanguage = 'cmtrace';
