import type { StatusRule } from './statusRule';

/**
 * What can be wrong with status filter rules:
 * - `wrongProgram`: it runs for one message what another one asks for
 * - `everyMessage`: it runs what one message asks for at every message
 * - `unsafeQuoting`: what a message holds can become more than one argument, or a command
 * - `environmentVariable`: the program line has one, which is not filled in
 * - `tooLong`: the program line is cut off
 * - `component`: the component is not the one that sends the message
 * - `discarded`: what validation reports does not get into the database
 * - `shortRetention`: it is deleted before the next validation
 * - `missingRule`: nothing is done on a message
 */
export const findingKinds = [
  'wrongProgram',
  'everyMessage',
  'unsafeQuoting',
  'environmentVariable',
  'tooLong',
  'component',
  'discarded',
  'shortRetention',
  'missingRule',
] as const;
export type RuleFindingKind = (typeof findingKinds)[number];

/** `inferred`: rests on what an entry is taken to mean; `notDecidable`: on what no document tells. */
export const certainties = ['certain', 'inferred', 'notDecidable'] as const;
export type Certainty = (typeof certainties)[number];

export interface RuleFinding {
  readonly kind: RuleFindingKind;
  readonly certainty: Certainty;
  /** Name of the rule; '' for what no rule says. */
  readonly rule: string;
  /** What is wrong, and why it is not more certain; sentences. */
  readonly words: string;
  readonly advice: string;
  /** Values of the rule as the site gave them. */
  readonly evidence: readonly string[];
}

export const findingOf = (
  kind: RuleFindingKind,
  certainty: Certainty,
  rule: StatusRule | undefined,
  words: string,
  advice: string,
): RuleFinding => ({ kind, certainty, rule: rule?.name ?? '', words, advice, evidence: rule?.values ?? [] });
