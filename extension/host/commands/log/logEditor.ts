import { l10n, window, type TextEditor } from 'vscode';
import type { LogPlace } from '../../../protocol/lsp';
import { logLanguage } from '../../language/client';

/** The log that the cursor is in. Throws with the next step when there is none. */
export const logEditor = (): TextEditor => {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== logLanguage)
    throw new Error(l10n.t('Open a ConfigMgr log first, and put the cursor into it.'));
  return editor;
};

/** Where its cursor is. */
export const cursorOf = ({ document, selection }: TextEditor): LogPlace => ({
  uri: document.uri.toString(),
  line: selection.active.line,
  character: selection.active.character,
});
