import { MarkupKind, type Hover } from 'vscode-languageserver';
import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import { statusMessageAt, type MentionedMessage } from '../core/logs/statusMessageAt';
import { statusMessage } from '../core/monitor/statusMessage';

/** Explains a status message ID, or the state message that carries one. */
export const hover = (document: TextDocument, { line, character }: Position): Hover | null => {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const mentioned = statusMessageAt(text, character);
  const words = mentioned && explain(mentioned);
  return mentioned === undefined || words === undefined
    ? null
    : {
        contents: { kind: MarkupKind.PlainText, value: words },
        range: { start: { line, character: mentioned.start }, end: { line, character: mentioned.end } },
      };
};

/** undefined for an ID that is not in the catalogue: most numbers in a log are none. */
const explain = ({ messageId, severity }: MentionedMessage): string | undefined => {
  const known = statusMessage(messageId);
  if (known === undefined) return undefined;
  const code =
    severity === undefined
      ? ''
      : `\nState message: severity ${severity} (high bits) and message ID ${messageId}`;
  return `Status message ${messageId} (${known.severity})\n${known.text}${code}`;
};
