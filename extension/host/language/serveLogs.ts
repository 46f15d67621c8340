import { Disposable, type LogOutputChannel, type TextDocument, type Uri, workspace } from 'vscode';
import { logLanguage, startLogServer } from './client';

/** Starts the log language server with the first log that is opened, once. */
export const serveLogs = (extensionUri: Uri, trace: LogOutputChannel): Disposable => {
  let server: Promise<Disposable> | undefined;
  const serve = ({ languageId }: TextDocument): void => {
    if (languageId !== logLanguage || server !== undefined) return;
    server = startLogServer(extensionUri);
    server.catch((error: unknown) =>
      trace.error(`Logs have no hover and folding, because the log server did not start: ${String(error)}`),
    );
  };
  const registration = workspace.onDidOpenTextDocument(serve);
  workspace.textDocuments.forEach(serve);
  return new Disposable(() => {
    registration.dispose();
    void server?.then((running) => void running.dispose()).catch(() => undefined);
  });
};
