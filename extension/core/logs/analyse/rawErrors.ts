import type { LogLine } from './logLine';

/** An error code as a log has it, how often, and where. */
export interface RawError {
  /** 32 bits, unsigned; small ones are those of Windows or HTTP. */
  readonly code: number;
  /** What the log says beside it; '' for nothing. */
  readonly text: string;
  readonly count: number;
  readonly first: LogLine;
  readonly last: LogLine;
}

/** Codes that are told apart of one job. */
const mostCodes = 20;

/** Adds up the errors of a job by their codes. */
export class RawErrors {
  private readonly codes = new Map<number, { text: string; count: number; first: LogLine; last: LogLine }>();

  add(code: number, at: LogLine, text = ''): void {
    const known = this.codes.get(code);
    if (known !== undefined) {
      known.count++;
      known.last = at;
      if (known.text === '') known.text = text;
    } else if (this.codes.size < mostCodes) this.codes.set(code, { text, count: 1, first: at, last: at });
  }

  get all(): readonly RawError[] {
    return [...this.codes].map(([code, error]) => ({ code, ...error }));
  }
}

/** Errors of several jobs together, each code once. */
export const togetherErrors = (errors: readonly RawError[]): readonly RawError[] => {
  const codes = new Map<number, RawError>();
  for (const error of errors) {
    const known = codes.get(error.code);
    codes.set(
      error.code,
      known === undefined ? error : { ...known, count: known.count + error.count, last: error.last },
    );
  }
  return [...codes.values()];
};

/** `0x80072EFD`, or `12029` for a small one, which is how logs write these. */
export const codeText = (code: number): string =>
  code < 0x10000 ? String(code) : `0x${code.toString(16).toUpperCase().padStart(8, '0')}`;

/** `0x80072EFD (3 times), 12029`. */
export const errorsText = (errors: readonly RawError[]): string =>
  errors
    .map(({ code, count }) => (count > 1 ? `${codeText(code)} (${count} times)` : codeText(code)))
    .join(', ');
