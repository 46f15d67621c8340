import { env, l10n, Uri, window } from 'vscode';
import { decode, type DecodedError } from '../../../core/logs/errors/decode';
import { errorLine, errorLines } from '../../../core/logs/errors/errorWords';
import { readCodes } from '../../../core/logs/errors/readCodes';

/** Asks for an error code in any notation, and shows what it means with what to do about it. */
export const askErrorCode = async (): Promise<void> => {
  const asked = await window.showInputBox({
    title: l10n.t('Explain Error Code'),
    prompt: l10n.t('In any notation, or a line of a log'),
    placeHolder: '0x80070005, 87D00607, -2147024891, 12029, HTTP 404, E_ACCESSDENIED',
    value: selectedText(),
    validateInput: (text) => (text.trim() === '' || explained(text).length > 0 ? undefined : noCode()),
  });
  const error = asked === undefined ? undefined : await oneOf(explained(asked));
  if (error !== undefined) await show(error);
};

const noCode = (): string => l10n.t('No error code is in this. 0 is success.');

/** Longer ones are no code. */
const longest = 500;

const selectedText = (): string => {
  const editor = window.activeTextEditor;
  const text = editor?.document.getText(editor.selection).trim() ?? '';
  return text.length <= longest && explained(text).length > 0 ? text : '';
};

const explained = (asked: string): readonly DecodedError[] =>
  readCodes(asked)
    .map(decode)
    .filter((error) => error !== undefined);

/** A short number may be several things, and a line may hold several codes. */
const oneOf = async (errors: readonly DecodedError[]): Promise<DecodedError | undefined> => {
  if (errors.length < 2) return errors[0];
  const items = errors.map((error) => ({ label: errorLine(error), description: error.family, error }));
  return (await window.showQuickPick(items, { title: l10n.t('Which Code?') }))?.error;
};

const show = async (error: DecodedError): Promise<void> => {
  const [copy, open] = [l10n.t('Copy'), l10n.t('Open Documentation')];
  const { code, name, meaning, wraps, cause, next, source } = error;
  const chosen = await window.showInformationMessage(
    name === undefined ? code : `${code} ${name}`,
    {
      modal: true,
      detail: [
        meaning,
        ...(wraps === undefined ? [] : [l10n.t('Inside: {0}', wraps)]),
        ...(cause === undefined ? [] : [l10n.t('Likely cause: {0}', cause)]),
        ...(next === undefined ? [] : [l10n.t('Next step: {0}', next)]),
      ].join('\n\n'),
    },
    copy,
    ...(source === undefined ? [] : [open]),
  );
  if (chosen === copy) await env.clipboard.writeText(errorLines(error).join('\n'));
  if (chosen === open && source !== undefined) await env.openExternal(Uri.parse(source));
};
