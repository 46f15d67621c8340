import { MarkupKind, type Hover } from 'vscode-languageserver';
import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import type { LogRecord } from '../core/logs/logRecord';
import type { BiasPolicy } from '../core/logs/time/utcOf';
import { recordAround } from './recordAround';
import { threadText } from './threadText';

/** Tells time, UTC and thread of a record where the pointer is on what is written around its message. */
export const hoverRecord = (
  document: TextDocument,
  { line, character }: Position,
  bias: BiasPolicy,
): Hover | null => {
  const around = recordAround(document, line, bias);
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
  ...(time === null ? [] : timeLines(time, utc)),
  ...labelled('Thread', typeof thread === 'number' ? threadText(thread) : thread),
  ...labelled('Component', component),
  ...labelled('Source', source),
  ...labelled('Severity', type === null ? `${severity}, by its text` : `${severity} (type ${type})`),
];

const timeLines = (time: string, utc: string | null): readonly string[] => [
  `Local time: ${time.replace('T', ' ')}`,
  `UTC: ${utc === null ? 'not known, because the bias is missing' : utc.replace('T', ' ').replace('Z', '')}`,
];

const labelled = (label: string, value: string | null): readonly string[] =>
  value === null || value === '' ? [] : [`${label}: ${value}`];
