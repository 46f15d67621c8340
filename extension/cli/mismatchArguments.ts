import { parseArgs } from 'node:util';
import { oneOf, siteChoice, siteOptions, type SiteChoice } from './parseArguments';
import { UsageError } from './usage';

export const mismatchFormats = ['table', 'json', 'ndjson'] as const;
export type MismatchFormat = (typeof mismatchFormats)[number];

export interface MismatchArguments {
  readonly site: SiteChoice;
  /** Server names, or parts of them with wildcards; none: those whose newest mark is 2388. */
  readonly dps: readonly string[];
  readonly all: boolean;
  /** Between the two looks; 0 looks once only. */
  readonly waitMinutes: number;
  readonly dpsAtOnce: number;
  readonly format: MismatchFormat;
  readonly powerShell: string;
}

const options = {
  ...siteOptions,
  dp: { type: 'string', multiple: true },
  all: { type: 'boolean' },
  wait: { type: 'string' },
  'dps-at-once': { type: 'string' },
  format: { type: 'string' },
} as const;

/** @param args those after the verb. Throws UsageError. */
export const parseMismatchArguments = (args: readonly string[]): MismatchArguments | 'help' => {
  const values = parsed(args);
  if (values.help === true) return 'help';
  return {
    site: siteChoice(values),
    dps: values.dp ?? [],
    all: values.all ?? false,
    waitMinutes: numberOf('wait', values.wait ?? '5', 0, 1440),
    dpsAtOnce: numberOf('dps-at-once', values['dps-at-once'] ?? '4', 1, 50),
    format: oneOf('format', mismatchFormats, values.format ?? 'table'),
    powerShell: values.powershell ?? '',
  };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const numberOf = (option: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (/^\d{1,4}$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`--${option} takes a whole number from ${least} to ${most}.`);
};
