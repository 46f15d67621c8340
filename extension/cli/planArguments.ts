import { parseArgs } from 'node:util';
import { defaultCaps } from '../core/redistribute/caps';
import type { PairPurpose } from '../core/redistribute/makePlan';
import type { RunCaps } from '../core/run/runPlan';
import { oneOf, siteChoice, siteOptions, type SiteChoice } from './parseArguments';
import { UsageError } from './usage';

export const planActions = [
  'repair',
  'redistribute',
  'distribute',
  'updateContent',
  'validate',
  'cancel',
  'remove',
] as const satisfies readonly (PairPurpose | 'updateContent')[];

/** Server names of two DPs. */
export interface GivenContent {
  readonly to: string;
  readonly like: string;
}

export interface PlanArguments {
  readonly site: SiteChoice;
  readonly action: (typeof planActions)[number];
  /** undefined: what is not proved. */
  readonly where: string | undefined;
  readonly caps: RunCaps;
  /** The DP that is to get what another one has. */
  readonly give: GivenContent | undefined;
  /** PkgXferMgr logs that tell how fast lines are. */
  readonly transferLogs: readonly string[];
  /** A file of acknowledgements; undefined: nothing is set aside. */
  readonly acknowledgements: string | undefined;
  /** undefined: the standard output. */
  readonly output: string | undefined;
  readonly powerShell: string;
}

const options = {
  ...siteOptions,
  action: { type: 'string' },
  where: { type: 'string' },
  give: { type: 'string' },
  like: { type: 'string' },
  'transfer-log': { type: 'string', multiple: true },
  'max-steps': { type: 'string' },
  'max-dps': { type: 'string' },
  'max-gigabytes': { type: 'string' },
  acknowledgements: { type: 'string' },
  output: { type: 'string' },
} as const;

const gigabyte = 1024 ** 3;

/** @param args those after the verb. Throws UsageError. */
export const parsePlanArguments = (args: readonly string[]): PlanArguments | 'help' => {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  if (positionals.length > 0) throw new UsageError(`Not understood: ${positionals.join(' ')}.`);
  const give = givenOf(values);
  const action = oneOf(
    'action',
    planActions,
    values.action ?? (give === undefined ? 'repair' : 'distribute'),
  );
  if (give !== undefined && (action !== 'distribute' || values.where !== undefined))
    throw new UsageError(
      '--give plans to distribute what another distribution point has: it takes no other action, and no --where.',
    );
  if (action !== 'repair' && give === undefined && values.where === undefined)
    throw new UsageError(`--action ${action} needs --where: which pairs of package and distribution point?`);
  return {
    site: siteChoice(values),
    action,
    where: values.where,
    give,
    transferLogs: values['transfer-log'] ?? [],
    caps: {
      steps: capOf('max-steps', values['max-steps']) ?? defaultCaps.steps,
      distributionPoints: capOf('max-dps', values['max-dps']) ?? defaultCaps.distributionPoints,
      bytes: (capOf('max-gigabytes', values['max-gigabytes']) ?? defaultCaps.bytes / gigabyte) * gigabyte,
    },
    acknowledgements: values.acknowledgements,
    output: values.output,
    powerShell: values.powershell ?? '',
  };
};

const givenOf = ({
  give,
  like,
}: {
  readonly give?: string | undefined;
  readonly like?: string | undefined;
}): GivenContent | undefined => {
  if (give === undefined && like === undefined) return undefined;
  if (give === undefined || like === undefined)
    throw new UsageError('--give <dp> and --like <dp> go together: who is to get what whom has?');
  return { to: give, like };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const capOf = (option: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new UsageError(`--${option} takes a whole number from 1 on.`);
};
