/** What a script wrote beside a log when the tool had ended: the only proof that the log is whole. */
export interface RunRecord {
  readonly dp: string;
  readonly mode: 'whatIf' | 'delete';
  /** Of the log's bytes, 64 hex digits in upper case. */
  readonly sha256: string;
  /** What the tool gave back; 0 is taken for success. */
  readonly result: number;
  /** UTC epoch milliseconds. */
  readonly ended: number;
  /** ContentLibraryPath of the DP at that time. */
  readonly library: string;
  /** ContentLibUsableDrives of the DP at that time. */
  readonly drives: string;
}

/** undefined for anything that is no such record: it proves nothing then. */
export const parseRunRecord = (text: string): RunRecord | undefined => {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { dp, mode, sha256, result, ended, library, drives } = value as Record<string, unknown>;
  const time = typeof ended === 'string' ? Date.parse(ended) : NaN;
  return typeof dp === 'string' &&
    (mode === 'whatIf' || mode === 'delete') &&
    typeof sha256 === 'string' &&
    /^[\da-f]{64}$/i.test(sha256) &&
    typeof result === 'number' &&
    Number.isSafeInteger(result) &&
    Number.isFinite(time) &&
    typeof library === 'string' &&
    typeof drives === 'string'
    ? { dp, mode, sha256: sha256.toUpperCase(), result, ended: time, library, drives }
    : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
};
