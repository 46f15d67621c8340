import type { AnalysedRecord } from './analysedRecord';
import type { LogLine } from './logLine';
import { LinePattern } from './linePattern';

/** What went wrong, as a line tells it. */
export interface Trouble {
  /** `0x80041002`; undefined when the line has none. */
  readonly code: string | undefined;
  readonly text: string;
  readonly at: LogLine;
}

const longestText = 300;

/** Codes as components write them, also in brackets and without `0x`. */
const patterns = [
  new LinePattern('{}failed; {code:code}'),
  new LinePattern('{}failed ({code:code}'),
  new LinePattern('{}failed with code {code:code}'),
  new LinePattern('{}rror code {code:code}'),
  new LinePattern('{}rror = {code:code}'),
  new LinePattern('{}rror {code:code}'),
  new LinePattern('{}({code:code}'),
];

/** An error by its type or text; undefined for any other record. */
export const troubleOf = ({ message, severity, at }: AnalysedRecord): Trouble | undefined => {
  if (severity !== 'error') return undefined;
  const text = message.slice(0, longestText).trim();
  for (const pattern of patterns) {
    const found = pattern.match(text);
    if (found !== undefined) return { code: found.code, text, at };
  }
  return { code: undefined, text, at };
};
