import { parseArgs } from 'node:util';
import { isComputerName } from '../../core/statusRules/computerName';
import { ruleMessages, type RuleMessage } from '../../core/statusRules/ruleMessage';
import { siteChoice, siteOptions, type SiteChoice } from '../parseArguments';
import { UsageError } from '../usage';

/** What works on a queue needs. */
export interface QueueArguments {
  readonly site: SiteChoice;
  /** Folder. */
  readonly queue: string;
  /** File; undefined: nothing is approved. */
  readonly approved: string | undefined;
  /** Milliseconds; undefined: the usual. */
  readonly coolDown: number | undefined;
  readonly powerShell: string;
}

export interface MessageArguments extends QueueArguments {
  readonly message: RuleMessage;
  readonly computer: string;
}

export const queueOptions = {
  ...siteOptions,
  queue: { type: 'string' },
  approved: { type: 'string' },
  'cool-down': { type: 'string' },
} as const;

const options = { ...queueOptions, message: { type: 'string' }, computer: { type: 'string' } } as const;

/**
 * The arguments of a rule's program line, behind the verb. What a message holds comes into the last one: so no option
 * may stand twice, and nothing behind it. Throws UsageError.
 */
export const parseMessageArguments = (args: readonly string[]): MessageArguments => {
  const { values, tokens } = understood(() => parseArgs({ args: [...args], options, tokens: true }));
  const names = tokens.map((token) => (token.kind === 'option' ? token.name : token.kind));
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new UsageError(`--${twice} stands twice. Nothing was done.`);
  const { message: id, computer } = values;
  if (names.at(-1) !== 'computer' || computer === undefined)
    throw new UsageError(
      '--computer=<name> comes last, with the name of the computer that sent the message.',
    );
  if (!isComputerName(computer))
    throw new UsageError(`${JSON.stringify(computer)} is not the name of a computer. Nothing was done.`);
  const message = ruleMessages.find((one) => String(one) === id);
  if (message === undefined) throw new UsageError(`--message takes one of: ${ruleMessages.join(', ')}.`);
  return { ...queueArguments(values), message, computer };
};

/** @param args those after `rules work`. Throws UsageError. */
export const parseWorkArguments = (args: readonly string[]): QueueArguments =>
  queueArguments(understood(() => parseArgs({ args: [...args], options: queueOptions })).values);

type QueueValues = Parameters<typeof siteChoice>[0] & {
  readonly queue?: string | undefined;
  readonly approved?: string | undefined;
  readonly 'cool-down'?: string | undefined;
};

const queueArguments = (values: QueueValues): QueueArguments => {
  if (values.queue === undefined) throw new UsageError('--queue is missing: the folder of the queue.');
  return {
    site: siteChoice(values),
    queue: values.queue,
    approved: values.approved,
    coolDown: coolDownOf(values['cool-down']),
    powerShell: values.powershell ?? '',
  };
};

const hour = 3_600_000;

const coolDownOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text) * hour;
  throw new UsageError('--cool-down takes hours: a whole number from 1 to 9999.');
};

export const understood = <T>(parse: () => T): T => {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};
