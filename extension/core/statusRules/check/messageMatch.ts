import { validationComponent } from '../ruleMessage';
import type { StatusRule } from './statusRule';

/** Messages by which a validation tells its results: each package that passed, and the end. */
export const reportedMessages = [2384, 2386] as const;

const source = 'SMS Server';
/** Of a rule: audit messages. Other numbers inside of rules are not documented. */
const audit = 768;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** How a rule's component relates to the one that sends messages of validation. */
export type ComponentMatch = 'any' | 'same' | 'otherCase' | 'misspelt' | 'other';

export const componentMatch = (component: string | undefined): ComponentMatch => {
  if (component === undefined) return 'any';
  if (component === validationComponent) return 'same';
  if (same(component, validationComponent)) return 'otherCase';
  return distance(plain(component), plain(validationComponent)) <= 3 ? 'misspelt' : 'other';
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Characters to add, leave out or change. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++)
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** Whether a rule is about a message of validation; `perhaps`: it has entries whose meaning is not known. */
export const isAbout = (rule: StatusRule, message: number): 'yes' | 'perhaps' | 'no' => {
  const { code, component, module, messageType, unknown } = rule;
  const match = componentMatch(component);
  if (code !== undefined && code !== message) return 'no';
  if (match === 'misspelt' || match === 'other') return 'no';
  if (module !== undefined && !same(module, source)) return 'no';
  if (messageType === audit) return 'no';
  return unknown.length > 0 || messageType !== undefined || match === 'otherCase' ? 'perhaps' : 'yes';
};
