import { l10n, Range, Selection, TextEditorRevealType, window } from 'vscode';
import { errorBeside } from '../../../protocol/lsp';
import type { Host } from '../../host';
import type { Command } from '../command';
import { cursorOf, logEditor } from './logEditor';

const saidMs = 4000;

/** Puts the cursor at the next error record of the log. */
export const nextError: Command = (host) => goToError(host, false);

export const previousError: Command = (host) => goToError(host, true);

const goToError = async ({ logs }: Host, isBackward: boolean): Promise<void> => {
  const editor = logEditor();
  const found = await logs.ask(errorBeside, { ...cursorOf(editor), isBackward });
  if (found === null) {
    window.setStatusBarMessage(l10n.t('This log has no errors.'), saidMs);
    return;
  }
  editor.selection = new Selection(found.line, 0, found.line, 0);
  editor.revealRange(new Range(found.line, 0, found.line, 0), TextEditorRevealType.InCenterIfOutsideViewport);
  if (found.isAround)
    window.setStatusBarMessage(
      isBackward ? l10n.t('Went on from the end of the log.') : l10n.t('Went on from the start of the log.'),
      saidMs,
    );
};
