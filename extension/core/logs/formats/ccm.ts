import { ascii, greater, less, openBracket, startsWith } from '../scan/ascii';
import { severityNumber, type RecordFields } from '../scan/recordFields';
import { textSeverity } from '../severity/textSeverity';
import { typeSeverity } from '../severity/typeSeverity';
import { readAttributes } from './ccmAttributes';
import { isScriptSource } from './scriptSource';

const opener = ascii('<![LOG[');

export const openerLength = opener.length;
export const closerLength = ']LOG]!>'.length;

/** Where `<![LOG[` begins, which one bracket may precede; -1 when it does not stand at this place. */
export const openerAt = (bytes: Uint8Array, at: number): number => {
  const byte = bytes[at];
  if (byte !== less && byte !== openBracket) return -1;
  const from = byte === less ? at : at + 1;
  return startsWith(bytes, from, opener) ? from : -1;
};

/** Reads what stands behind the message of a record: its attributes, and what follows from them. */
export const readCcmEnd = (
  bytes: Uint8Array,
  attributes: number,
  lineEnd: number,
  record: RecordFields,
): void => {
  const end = readAttributes(bytes, attributes, lineEnd, record);
  record.whole.to = end < 0 ? attributes : end;
  record.torn = end < 0 || bytes[end - 1] !== greater;
  if (!record.byScript) record.byScript = isScriptSource(bytes, record.source);
  if (record.byScript) record.biasIsOffset = true;
  record.severity =
    typeSeverity(bytes, record.type.from, record.type.to, record.byScript) ??
    textSeverity(bytes, record.message.from, record.message.to, severityNumber.info);
};
