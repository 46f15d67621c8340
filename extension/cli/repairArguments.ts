import { parseArgs } from 'node:util';
import { siteChoice, siteOptions, type SiteChoice } from './parseArguments';
import { UsageError } from './usage';

export interface RepairArguments {
  readonly site: SiteChoice;
  /** Where the plan is written. */
  readonly plan: string;
  /** Server names; empty: all. */
  readonly dps: readonly string[];
  readonly takeOutFirst: boolean;
  readonly waitMinutes: number;
  readonly powerShell: string;
}

export interface UndoArguments {
  readonly site: SiteChoice;
  readonly run: string;
  readonly plan: string;
  readonly journal: string | undefined;
  readonly powerShell: string;
}

const repairOptions = {
  ...siteOptions,
  plan: { type: 'string' },
  dp: { type: 'string', multiple: true },
  'take-out-first': { type: 'boolean' },
  wait: { type: 'string' },
} as const;

const undoOptions = {
  ...siteOptions,
  run: { type: 'string' },
  plan: { type: 'string' },
  journal: { type: 'string' },
} as const;

/** @param args those after the verb. Throws UsageError. */
export const parseRepairArguments = (args: readonly string[]): RepairArguments | 'help' => {
  const values = understood(() => parseArgs({ args: [...args], options: repairOptions }).values);
  if (values.help === true) return 'help';
  return {
    site: siteChoice(values),
    plan: given('plan', values.plan, 'the file that the plan is written to'),
    dps: values.dp ?? [],
    takeOutFirst: values['take-out-first'] ?? false,
    waitMinutes: minutes(values.wait ?? '5'),
    powerShell: values.powershell ?? '',
  };
};

/** @param args those after the verb. Throws UsageError. */
export const parseUndoArguments = (args: readonly string[]): UndoArguments | 'help' => {
  const values = understood(() => parseArgs({ args: [...args], options: undoOptions }).values);
  if (values.help === true) return 'help';
  return {
    site: siteChoice(values),
    run: given('run', values.run, 'the run that is taken back; "configmgr-content runs" lists them'),
    plan: given('plan', values.plan, 'the file that the plan is written to'),
    journal: values.journal,
    powerShell: values.powershell ?? '',
  };
};

const given = (option: string, value: string | undefined, what: string): string => {
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`--${option} is missing: ${what}.`);
};

/** What was seen once only is never repaired: without a second look there is nothing to plan. */
const minutes = (text: string): number => {
  const value = Number(text);
  if (/^\d{1,4}$/.test(text) && value >= 1) return value;
  throw new UsageError('--wait takes a whole number of minutes from 1 on.');
};

const understood = <T>(parse: () => T): T => {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};
