import { MarkupKind, type Hover } from 'vscode-languageserver';
import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import type { LogRecord } from '../core/logs/logRecord';
import { recordAround } from './recordAround';

/** Tells time, UTC and thread of a record where the pointer is on what is written around its message. */
export const hoverRecord = (document: TextDocument, { line, character }: Position): Hover | null => {
  const around = recordAround(document, line);
  if (around === undefined || (around.record.time === null && around.record.thread === null)) return null;
  const text = document
    .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .replace(/[\r\n]+$/, '');
  const spoken = around.record.message.split(/\r\n|\r|\n/)[line - around.line] ?? '';
  const start = text.indexOf(spoken);
  const end = start + spoken.length;
  if (character >= text.length || (spoken !== '' && start >= 0 && character >= start && character < end))
    return null;
  const [from, to] = character < start ? [0, start] : [Math.max(0, end), text.length];
  return {
    contents: { kind: MarkupKind.PlainText, value: linesOf(around.record).join('\n') },
    range: { start: { line, character: from }, end: { line, character: to } },
  };
};

const linesOf = ({ time, utc, thread, component, source, severity, type }: LogRecord): readonly string[] => [
  ...labelled('Local time', time === null ? null : time.replace('T', ' ')),
  ...labelled(
    'UTC',
    utc === null ? 'not known: the bias is missing' : utc.replace('T', ' ').replace('Z', ''),
  ),
  ...labelled('Thread', threadText(thread)),
  ...labelled('Component', component),
  ...labelled('Source', source),
  ...labelled('Severity', type === null ? `${severity}, by its text` : `${severity} (type ${type})`),
];

const labelled = (label: string, value: string | null): readonly string[] =>
  value === null || value === '' ? [] : [`${label}: ${value}`];

/** Other lines name threads in the other notation. */
const threadText = (thread: LogRecord['thread']): string | null =>
  typeof thread === 'number' ? `${thread} (0x${thread.toString(16).toUpperCase()})` : thread;
