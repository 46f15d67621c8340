import type { ErrorCode } from './errorCode';
import help from './help.json';

/** What an admin wants to know of a code, in our own words, without a full stop. */
export interface ErrorHelp {
  readonly says: string;
  readonly cause?: string;
  readonly next?: string;
  /** Where it is documented: a key of `sources` in help.json. */
  readonly source: string;
}

type Rows = Readonly<Record<string, ErrorHelp>>;
const sources: Readonly<Record<string, string>> = help.sources;
const rows: Readonly<Record<ErrorCode['kind'], Rows>> = help;

export const helpOf = ({ kind, value }: ErrorCode): ErrorHelp | undefined =>
  rows[kind][kind === 'hresult' ? value.toString(16).toUpperCase() : String(value)];

/** An address that tells more. */
export const sourceOf = ({ source }: ErrorHelp): string | undefined => sources[source];
