/** What is kept of a request beside its name: JSON. */
export interface TakenRecord {
  /** When it was asked for, UTC epoch milliseconds. */
  readonly at: number;
  readonly failures: number;
  readonly begun:
    | { readonly dpName: string; readonly at: number; readonly steps: number; readonly bytes: number }
    | undefined;
}

export const printTaken = (record: TakenRecord): string => `${JSON.stringify(record)}\n`;

/** undefined for text that is none. The name alone says what is asked for: a request is not lost with it. */
export const parseTaken = (text: string): TakenRecord | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isTaken(value) ? { at: value.at, failures: value.failures, begun: value.begun } : undefined;
  } catch {
    return undefined;
  }
};

const isTaken = (value: unknown): value is TakenRecord =>
  isRecord(value) &&
  typeof value['at'] === 'number' &&
  typeof value['failures'] === 'number' &&
  (value['begun'] === undefined || isBegun(value['begun']));

const isBegun = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['dpName'] === 'string' &&
  ['at', 'steps', 'bytes'].every((field) => typeof value[field] === 'number');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
