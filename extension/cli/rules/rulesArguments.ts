import { parseArgs } from 'node:util';
import {
  approvableActions,
  gigabyte,
  type ApprovableAction,
  type ApprovedCaps,
} from '../../core/statusRules/approval/approval';
import { parseSiteCode } from '../../core/connection/siteCode';
import { oneOf, siteChoice, siteOptions, type SiteChoice } from '../parseArguments';
import { UsageError } from '../usage';
import { understood } from './messageArguments';

export const ruleFormats = ['md', 'json'] as const;

export interface CheckArguments {
  readonly site: SiteChoice;
  readonly format: (typeof ruleFormats)[number];
  readonly powerShell: string;
}

export interface GenerateArguments {
  readonly site: Exclude<SiteChoice, { kind: 'demo' }>;
  /** Paths on the site server. */
  readonly node: string;
  readonly cli: string;
  readonly queue: string;
  readonly approved: string | undefined;
  /** undefined: the standard output. */
  readonly output: string | undefined;
}

export interface ApproveArguments {
  readonly siteCode: string;
  readonly actions: readonly ApprovableAction[];
  readonly caps: ApprovedCaps;
  readonly days: number;
  readonly output: string | undefined;
}

/** Where Node.js is, when its installer was not told otherwise. */
export const usualNode = 'C:\\Program Files\\nodejs\\node.exe';

const generateOptions = {
  ...siteOptions,
  node: { type: 'string' },
  cli: { type: 'string' },
  queue: { type: 'string' },
  approved: { type: 'string' },
  output: { type: 'string' },
} as const;

const approveOptions = {
  'site-code': { type: 'string' },
  actions: { type: 'string' },
  'max-steps': { type: 'string' },
  'max-dps': { type: 'string' },
  'max-gigabytes': { type: 'string' },
  days: { type: 'string' },
  output: { type: 'string' },
} as const;

/** @param args those after `rules check`. Throws UsageError. */
export const parseCheckArguments = (args: readonly string[]): CheckArguments => {
  const options = { ...siteOptions, format: { type: 'string' } } as const;
  const values = understood(() => parseArgs({ args: [...args], options }).values);
  return {
    site: siteChoice(values),
    format: oneOf('format', ruleFormats, values.format ?? 'md'),
    powerShell: values.powershell ?? '',
  };
};

/** @param args those after `rules generate`. Throws UsageError. */
export const parseGenerateArguments = (args: readonly string[]): GenerateArguments => {
  const values = understood(() => parseArgs({ args: [...args], options: generateOptions }).values);
  const { cli, queue, approved, output } = values;
  const site = siteChoice(values);
  if (site.kind === 'demo')
    throw new UsageError(
      'Rules are made for a site: --sql-server <host>, or --site <name>. The demo site has none.',
    );
  if (cli === undefined || queue === undefined)
    throw new UsageError(
      `--${cli === undefined ? 'cli' : 'queue'} is missing: a path on the site server, of ${cli === undefined ? "the command line's main.js" : "the queue's folder"}.`,
    );
  return { site, node: values.node ?? usualNode, cli, queue, approved, output };
};

/** @param args those after `rules approve`. Throws UsageError. */
export const parseApproveArguments = (args: readonly string[]): ApproveArguments => {
  const values = understood(() => parseArgs({ args: [...args], options: approveOptions }).values);
  const siteCode = parseSiteCode(values['site-code'] ?? '');
  if (siteCode === undefined) throw new UsageError('--site-code takes three letters or digits, as in P01.');
  const names = (values.actions ?? '').split(',').map((name) => name.trim());
  return {
    siteCode,
    actions: names.map((name) => oneOf('actions', approvableActions, name)),
    caps: {
      steps: wholeOf('max-steps', values['max-steps']),
      distributionPoints: wholeOf('max-dps', values['max-dps']),
      bytes: wholeOf('max-gigabytes', values['max-gigabytes']) * gigabyte,
    },
    days: daysOf(values.days ?? '90'),
    output: values.output,
  };
};

/** Nothing is approved by silence. */
const wholeOf = (option: string, text: string | undefined): number => {
  if (text !== undefined && /^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError(
    `--${option} is needed: a whole number from 1 on, for all that is applied in 24 hours.`,
  );
};

const daysOf = (text: string): number => {
  if (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= 366) return Number(text);
  throw new UsageError('--days takes a whole number from 1 to 366.');
};
