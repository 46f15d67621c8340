import { decode, type DecodedError } from '../core/logs/errors/decode';
import { errorLines } from '../core/logs/errors/errorWords';
import { readCodes } from '../core/logs/errors/readCodes';

export interface ExplainedError {
  readonly error: DecodedError;
  readonly lines: readonly string[];
}

/** What somebody may mean who asks for a code. */
export const explainedErrors = (asked: string): readonly ExplainedError[] =>
  readCodes(asked)
    .map(decode)
    .filter((error) => error !== undefined)
    .map((error) => ({ error, lines: errorLines(error) }));
