import { parseArgs } from 'node:util';
import { oneOf, siteChoice, siteOptions, type SiteChoice } from './parseArguments';
import { UsageError } from './usage';

export const calendarFormats = ['csv', 'ics'] as const;
export type CalendarFormat = (typeof calendarFormats)[number];

export interface ValidateArguments {
  readonly site: SiteChoice;
  /** Server names; of a plan at least one. */
  readonly dps: readonly string[];
  readonly atOnce: number;
  readonly spreadMinutes: number;
  /** undefined: a plan is made. */
  readonly calendar: CalendarFormat | undefined;
  readonly days: number;
  /** File of settings for time zones and windows. */
  readonly settings: string | undefined;
  readonly readTimeZones: boolean;
  /** undefined: the standard output. */
  readonly output: string | undefined;
  readonly powerShell: string;
}

const options = {
  ...siteOptions,
  dp: { type: 'string', multiple: true },
  'at-once': { type: 'string' },
  spread: { type: 'string' },
  plan: { type: 'string' },
  calendar: { type: 'string' },
  days: { type: 'string' },
  settings: { type: 'string' },
  'read-time-zones': { type: 'boolean' },
  output: { type: 'string' },
} as const;

/** @param args those after the verb. Throws UsageError. */
export const parseValidateArguments = (args: readonly string[]): ValidateArguments | 'help' => {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  if (positionals.length > 0) throw new UsageError(`Not understood: ${positionals.join(' ')}.`);
  const calendar =
    values.calendar === undefined ? undefined : oneOf('calendar', calendarFormats, values.calendar);
  const dps = values.dp ?? [];
  if (calendar === undefined && dps.length === 0)
    throw new UsageError('--dp is missing: the server name of a distribution point to validate.');
  if (calendar !== undefined && values.plan !== undefined)
    throw new UsageError('--plan and --calendar are two things: ask for one.');
  return {
    site: siteChoice(values),
    dps,
    atOnce: wholeOf('at-once', values['at-once'] ?? '5', 1),
    spreadMinutes: wholeOf('spread', values.spread ?? '0', 0),
    calendar,
    days: wholeOf('days', values.days ?? '14', 1),
    settings: values.settings,
    readTimeZones: values['read-time-zones'] ?? false,
    output: values.plan ?? values.output,
    powerShell: values.powershell ?? '',
  };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const wholeOf = (option: string, text: string, least: number): number => {
  const value = Number(text);
  if (/^\d{1,5}$/.test(text) && value >= least) return value;
  throw new UsageError(`--${option} takes a whole number from ${least} on.`);
};
