import { rulePrefix } from '../ruleMessage';

/** Criteria and actions of a rule whose keys are documented (configmgr.md 11.2); undefined: the rule has no entry. */
export interface StatusRule {
  /** Without the prefix of property lists. */
  readonly name: string;
  /** As the site gave them. */
  readonly values: readonly string[];
  readonly module: string | undefined;
  readonly component: string | undefined;
  readonly code: number | undefined;
  readonly messageType: number | undefined;
  readonly daysToKeep: number | undefined;
  readonly actions: number | undefined;
  readonly mask: number | undefined;
  readonly stops: boolean | undefined;
  /** Values that look like a command line: the key of a rule's program is not documented. */
  readonly programs: readonly string[];
  /** Entries whose meaning is not known, as they stand. */
  readonly unknown: readonly string[];
}

const known = [
  'actions',
  'actions mask',
  'stop evaluating',
  'module name',
  'component',
  'code',
  'days to keep',
  'message type',
];

/**
 * Understands one SMS_SCI_SCPropertyList of SMS_STATUS_MANAGER; undefined for a list that is no rule.
 * @param listName PropertyListName @param values `Key=Value` texts
 */
export const parseStatusRule = (listName: string, values: readonly string[]): StatusRule | undefined => {
  if (!listName.toLowerCase().startsWith(rulePrefix.toLowerCase())) return undefined;
  const entries = new Map<string, string>();
  const unknown: string[] = [];
  const programs: string[] = [];
  for (const value of values) {
    const at = value.indexOf('=');
    const key = value.slice(0, Math.max(0, at)).trim().toLowerCase();
    if (known.includes(key) && !entries.has(key)) entries.set(key, value.slice(at + 1).trim());
    else if (at > 0 && looksLikeProgram(value.slice(at + 1))) programs.push(value.slice(at + 1).trim());
    else unknown.push(value);
  }
  const text = (key: string): string | undefined => entries.get(key) || undefined;
  const number = (key: string): number | undefined => wholeNumber(entries.get(key));
  const stops = number('stop evaluating');
  const misread = [...entries].filter(
    ([key, value]) => numeric.includes(key) && wholeNumber(value) === undefined,
  );
  return {
    name: listName.slice(rulePrefix.length),
    values,
    module: text('module name'),
    component: text('component'),
    code: number('code'),
    messageType: number('message type'),
    daysToKeep: number('days to keep'),
    actions: number('actions'),
    mask: number('actions mask'),
    stops: stops === undefined ? undefined : stops !== 0,
    programs,
    unknown: [...unknown, ...misread.map(([key, value]) => `${key}=${value}`)],
  };
};

const numeric = ['actions', 'actions mask', 'stop evaluating', 'code', 'days to keep', 'message type'];

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;

/** A path of a program or script, or a variable of status messages, which nothing but a program line holds. */
const looksLikeProgram = (value: string): boolean =>
  /\.(?:exe|cmd|bat|com|ps1|vbs|js)(?:["'\s]|$)/i.test(value) || /%msg[a-z]+/i.test(value);
