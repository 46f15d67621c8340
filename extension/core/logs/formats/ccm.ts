import { greater, less, openBracket } from '../scan/ascii';
import { severityNumber, type RecordFields } from '../scan/recordFields';
import { textSeverity } from '../severity/textSeverity';
import { typeSeverity } from '../severity/typeSeverity';
import { Literal } from '../scan/words';
import type { DayCache } from '../time/date';
import { readAttributes } from './ccmAttributes';
import { isScriptSource } from './scriptSource';

const opener = new Literal('<![LOG[');

export const openerLength = opener.length;
export const closerLength = ']LOG]!>'.length;

/** Where `<![LOG[` begins, which one bracket may precede; -1 when it does not stand at this place. */
export const openerAt = (view: DataView, at: number): number => {
  const byte = at < view.byteLength ? view.getUint8(at) : 0;
  if (byte === less) return opener.standsAt(view, at) ? at : -1;
  if (byte === openBracket) return opener.standsAt(view, at + 1) ? at + 1 : -1;
  return -1;
};

/** Reads what stands behind the message of a record: its attributes, and what follows from them. */
export const readCcmEnd = (
  bytes: Uint8Array,
  view: DataView,
  attributes: number,
  lineEnd: number,
  record: RecordFields,
  days: DayCache,
): void => {
  const end = readAttributes(bytes, view, attributes, lineEnd, record, days);
  record.whole.to = end < 0 ? attributes : end;
  record.torn = end < 0 || bytes[end - 1] !== greater;
  if (!record.byScript) record.byScript = isScriptSource(bytes, record.source);
  if (record.byScript) record.biasIsOffset = true;
  record.severity =
    typeSeverity(bytes, record.type.from, record.type.to, record.byScript) ??
    textSeverity(bytes, record.message.from, record.message.to, severityNumber.info);
};
