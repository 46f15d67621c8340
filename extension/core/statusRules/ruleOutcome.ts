import { EntryReader } from '../connection/entryReader';
import type { RuleMessage } from './ruleMessage';

/**
 * How a message was answered:
 * - `nothing`: looked, and there was nothing to repair
 * - `review`: a plan waits for review
 * - `carriedOut`: a plan that was approved beforehand was carried out
 * - `failed`: it was tried several times
 */
export const outcomeKinds = ['nothing', 'review', 'carriedOut', 'failed'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** What an applied plan took of what is approved. */
export interface Spending {
  /** When it was begun, UTC epoch milliseconds. */
  readonly at: number;
  readonly steps: number;
  /** That travel. */
  readonly bytes: number;
}

/** The last answer to a message of a DP. */
export interface RuleOutcome {
  readonly message: RuleMessage;
  /** Server name of the DP. */
  readonly dpName: string;
  /** UTC epoch milliseconds. */
  readonly at: number;
  readonly kind: OutcomeKind;
  /** What was done and why not more; sentences. */
  readonly words: string;
  /** What was begun on the DP within the last day. */
  readonly spent: readonly Spending[];
}

/** The last answers as they are kept: JSON. */
export const printOutcome = (outcome: RuleOutcome): string => `${JSON.stringify(outcome, undefined, 2)}\n`;

/** undefined for text that is none. */
export const parseOutcome = (text: string): RuleOutcome | undefined => {
  const value = parsed(text);
  if (value === undefined) return undefined;
  const reader = new EntryReader('', value);
  const dpName = reader.requiredText('dpName', 'a server name');
  const words = reader.requiredText('words', 'what was done');
  const kind = outcomeKinds.find((one) => one === value['kind']);
  const { message, at, spent } = value;
  if (!reader.isUsable || kind === undefined || (message !== 2386 && message !== 2388)) return undefined;
  if (typeof at !== 'number' || !Array.isArray(spent) || !spent.every(isSpending)) return undefined;
  return { message, dpName, at, kind, words, spent };
};

const parsed = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
};

const isSpending = (value: unknown): value is Spending =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  'steps' in value &&
  'bytes' in value &&
  [value.at, value.steps, value.bytes].every((one) => typeof one === 'number' && Number.isFinite(one));
