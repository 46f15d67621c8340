import type { LogLine } from '../analyse/logLine';
import type { SignatureHit } from './signatureHit';

/** What an editor shows at a line of a log; plain data for a diagnostic. */
export interface SignatureNote {
  /** Where it stands: the line that completed it. */
  readonly at: LogLine;
  /** The lines before it that it also rests on. */
  readonly related: readonly LogLine[];
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
  /** A URL; undefined when the source is none. */
  readonly url: string | undefined;
}

export const signatureNote = ({ signature, lines }: SignatureHit): SignatureNote | undefined => {
  const at = lines.at(-1);
  if (at === undefined) return undefined;
  const { id, title, severity, meaning, advice, source } = signature;
  return {
    at,
    related: lines.slice(0, -1),
    severity,
    code: id,
    message: [`${title}: ${meaning}`, ...advice].join('\n'),
    url: /^https:\/\/\S+$/.test(source) ? source : undefined,
  };
};
