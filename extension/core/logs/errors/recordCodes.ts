import type { LogFormat } from '../scan/recordFields';
import { codesIn, type CodeMention } from './codesIn';
import { decode, type DecodedError } from './decode';

export interface RecordCode extends CodeMention {
  readonly error: DecodedError;
}

/** UTF-16 units of a message that are looked at: longer ones hold documents. */
const longest = 2 ** 16;

/** The error codes of a record's message, each once. Offsets count from the message. */
export const recordCodes = (message: string, format: LogFormat): readonly RecordCode[] => {
  const codes = new Map<string, RecordCode>();
  for (const mention of codesIn(message.slice(0, longest))) {
    if (format === 'msi' && isInstallerMessage(message, mention)) continue;
    const error = decode(mention.code);
    if (error !== undefined && !codes.has(error.code)) codes.set(error.code, { ...mention, error });
  }
  return [...codes.values()];
};

/** `Error 1722. There is a problem ...`: messages of Windows Installer have numbers of their own. */
const isInstallerMessage = (message: string, { start, end, code }: CodeMention): boolean =>
  code.kind === 'win32' && message[end] === '.' && message.slice(Math.max(0, start - 6), start) === 'Error ';
