import {
  type Disposable,
  languages,
  type LogOutputChannel,
  Position,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import { looksLikeCmTrace, sampleLength } from '../../core/logs/looksLikeCmTrace';
import { logLanguage } from './client';

/** VS Code's own language for any `.log` file. */
const plainLog = 'log';

/**
 * Gives `.log` files that hold ConfigMgr records their language. Their name is often unknown, and VS Code prefers the
 * extension to the first line. Each document is looked at once, so that a user may choose another language for it.
 */
export const detectLogs = (trace: LogOutputChannel): Disposable => {
  const seen = new WeakSet<TextDocument>();
  const detect = (document: TextDocument): void => {
    if (document.languageId !== plainLog || document.uri.scheme === 'output' || seen.has(document)) return;
    seen.add(document);
    if (looksLikeCmTrace(startOf(document))) void colour(document, trace);
  };
  const registration = workspace.onDidOpenTextDocument(detect);
  workspace.textDocuments.forEach(detect);
  return registration;
};

const startOf = (document: TextDocument): string =>
  document.getText(new Range(new Position(0, 0), document.positionAt(sampleLength)));

const colour = async (document: TextDocument, trace: LogOutputChannel): Promise<void> => {
  try {
    await languages.setTextDocumentLanguage(document, logLanguage);
  } catch (error) {
    // It was closed meanwhile: the next time it is opened, it is looked at again.
    trace.debug(`${document.uri.toString()} keeps its language: ${String(error)}`);
  }
};
