import { parseArgs } from 'node:util';
import { oneOf, siteChoice, siteOptions, type SiteChoice } from './parseArguments';
import { UsageError } from './usage';

export const reportFormats = ['md', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ApplyArguments {
  readonly site: SiteChoice;
  /** File of the plan. */
  readonly plan: string;
  /** Hash of the plan that was reviewed. */
  readonly approve: string;
  /** Folder; undefined: the user's. */
  readonly journal: string | undefined;
  readonly report: ReportFormat;
  readonly powerShell: string;
}

export interface RunsArguments {
  readonly journal: string | undefined;
  /** undefined: a list. */
  readonly report: ReportFormat | undefined;
  /** undefined: all runs. */
  readonly run: string | undefined;
}

const applyOptions = {
  ...siteOptions,
  plan: { type: 'string' },
  approve: { type: 'string' },
  journal: { type: 'string' },
  report: { type: 'string' },
} as const;

const runsOptions = {
  journal: { type: 'string' },
  export: { type: 'string' },
  run: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @param args those after the verb. Throws UsageError. */
export const parseApplyArguments = (args: readonly string[]): ApplyArguments | 'help' => {
  const values = understood(() => parseArgs({ args: [...args], options: applyOptions }).values);
  if (values.help === true) return 'help';
  if (values.plan === undefined)
    throw new UsageError('--plan is missing: the file that "configmgr-content plan" wrote.');
  if (values.approve === undefined)
    throw new UsageError('--approve is missing: the hash of the plan as it was reviewed.');
  return {
    site: siteChoice(values),
    plan: values.plan,
    approve: values.approve,
    journal: values.journal,
    report: oneOf('report', reportFormats, values.report ?? 'md'),
    powerShell: values.powershell ?? '',
  };
};

/** @param args those after the verb. Throws UsageError. */
export const parseRunsArguments = (args: readonly string[]): RunsArguments | 'help' => {
  const values = understood(() => parseArgs({ args: [...args], options: runsOptions }).values);
  if (values.help === true) return 'help';
  return {
    journal: values.journal,
    report: values.export === undefined ? undefined : oneOf('export', reportFormats, values.export),
    run: values.run,
  };
};

const understood = <T>(parse: () => T): T => {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};
