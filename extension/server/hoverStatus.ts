import { MarkupKind } from 'vscode-languageserver';
import { statMessageIn, type StatMessage } from '../core/logs/statMessage';
import { statusMessageAt, type MentionedMessage } from '../core/logs/statusMessageAt';
import { statusMessage } from '../core/monitor/statusMessage';
import type { LineHover } from './hoverLine';

/** Explains a status message ID, or the state message that carries one. */
export const hoverStatus: LineHover = ({ text, column, range }) => {
  const mentioned = statusMessageAt(text, column);
  if (mentioned === undefined) return hoverStatMessage({ text, column, range });
  const words = explain(mentioned);
  if (words === undefined) return null;
  const sent = statMessageIn(text);
  const value = sent !== undefined && sent.start <= column ? `${words}\n${detailsOf(sent)}` : words;
  return { contents: { kind: MarkupKind.PlainText, value }, range: range(mentioned.start, mentioned.end) };
};

/** The rest of a STATMSG line. */
const hoverStatMessage: LineHover = ({ text, column, range }) => {
  const sent = statMessageIn(text);
  if (sent === undefined || column < sent.start || column >= sent.end) return null;
  const words = explain({ start: 0, end: 0, messageId: sent.messageId, severity: undefined });
  const value = `${words ?? `Status message ${sent.messageId}`}\n${detailsOf(sent)}`;
  return { contents: { kind: MarkupKind.PlainText, value }, range: range(sent.start, sent.end) };
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

const severities: Readonly<Record<string, string>> = { E: 'error', W: 'warning', I: 'information' };

const attributeNames: Readonly<Record<number, string>> = {
  400: 'Package',
  404: 'Distribution point',
  410: 'Package version',
};

const detailsOf = (sent: StatMessage): string =>
  [
    `Sent as ${severities[sent.severity] ?? sent.severity} by ${sent.component} on ${sent.system}, site ${sent.site}`,
    `UTC: ${sent.time}`,
    ...sent.attributes.map(({ id, value }) => `${attributeNames[id] ?? `Attribute ${id}`}: ${value}`),
    ...sent.strings.map((text) => `- ${text}`),
  ].join('\n');
