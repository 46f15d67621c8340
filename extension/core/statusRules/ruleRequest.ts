import { isComputerName } from './computerName';
import { ruleMessages, type RuleMessage } from './ruleMessage';

/** A message that asks for something, as a rule handed it over. */
export interface RuleRequest {
  readonly message: RuleMessage;
  /** The computer that sent it, as the message names it. */
  readonly computer: string;
  /** UTC epoch milliseconds, by this machine's clock. */
  readonly at: number;
}

/** What tells one request from another, in lower case: it can be a file's name. */
export const requestName = ({ message, computer }: Pick<RuleRequest, 'message' | 'computer'>): string =>
  `${message}-${computer.toLowerCase()}`;

/** The request that a name stands for; undefined when it is none. */
export const parseRequestName = (name: string): Omit<RuleRequest, 'at'> | undefined => {
  const [, id, computer = ''] = /^(\d{4})-(.+)$/u.exec(name) ?? [];
  const message = ruleMessages.find((one) => String(one) === id);
  return message === undefined || !isComputerName(computer) ? undefined : { message, computer };
};
