import { ShellError, type AgentFailure } from './shellError';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export interface AgentRequest {
  readonly id: number;
  readonly verb: string;
  readonly data: Json;
  /** Where an answer of more than `most` bytes goes, and rows. */
  readonly file: string;
  readonly most: number;
}

/** What the agent wrote; `file`: the envelope proper is in the request's file. */
export interface AgentAnswer {
  readonly id: number;
  readonly ok: boolean;
  readonly file: boolean;
  readonly value: unknown;
  readonly error: AgentFailure | null;
  readonly warnings: readonly string[];
}

/** The line that asks the agent. Whatever the request holds, only its Base64 is PowerShell text. */
export const callLine = (request: AgentRequest): string => {
  const json = JSON.stringify(marked({ ...request }));
  return ['Invoke-ContentAgent ', "'", Buffer.from(json, 'utf8').toString('base64'), "'"].join('');
};

/** PowerShell 7 turns texts that look like dates into dates, but none that begins like this. */
const marked = (value: Json): Json => {
  if (typeof value === 'string') return '='.concat(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, marked(part)]));
};

const answerText = /:content-answer:([A-Za-z0-9+/=]*):end:/g;

/**
 * The answer in what a shell wrote, whatever else stands around it.
 * @throws ShellError `garbled`
 */
export const answerIn = (output: string, id: number): AgentAnswer => {
  const base64 = Array.from(output.matchAll(answerText), (match) => match[1]).at(-1);
  if (base64 === undefined) throw garbled('it holds no answer');
  return answerOf(Buffer.from(base64, 'base64').toString('utf8'), id);
};

/** @throws ShellError `garbled` */
export const answerOf = (json: string, id: number): AgentAnswer => {
  let answer: unknown;
  try {
    answer = JSON.parse(json);
  } catch {
    throw garbled('its envelope cannot be read');
  }
  if (!isAnswer(answer)) throw garbled('its envelope is not complete');
  // One that could not be read has no number.
  if (answer.id !== id && (answer.ok || answer.id !== 0)) throw garbled('it answers another call');
  return answer;
};

const garbled = (why: string): ShellError =>
  new ShellError('garbled', `PowerShell's answer was not understood: ${why}.`);

const isAnswer = (value: unknown): value is AgentAnswer => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, ok, file, error, warnings } = value as Partial<Record<keyof AgentAnswer, unknown>>;
  return (
    typeof id === 'number' &&
    typeof ok === 'boolean' &&
    typeof file === 'boolean' &&
    (ok || file || isFailure(error)) &&
    Array.isArray(warnings)
  );
};

const isFailure = (value: unknown): value is AgentFailure => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, message } = value as Partial<Record<keyof AgentFailure, unknown>>;
  return typeof kind === 'string' && typeof message === 'string';
};
