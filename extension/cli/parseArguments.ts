import { parseArgs } from 'node:util';
import type { ConnectionProfile } from '../core/connection/profile';
import type { Release } from '../protocol/demoSite';
import { demoSizes, formats, releases, UsageError, type DemoSize, type Format } from './usage';
import { profileOfArguments } from './profileOfArguments';

/** Which site is read. */
export type SiteChoice =
  | { readonly kind: 'demo'; readonly size: DemoSize; readonly seed: number; readonly release: Release }
  | { readonly kind: 'live'; readonly profile: ConnectionProfile }
  | { readonly kind: 'listed'; readonly file: string; readonly name: string };

export interface MissingArguments {
  readonly site: SiteChoice;
  /** undefined: none was given. */
  readonly filter: string | undefined;
  readonly everyPair: boolean;
  readonly format: Format;
  readonly redact: boolean;
  /** A file of acknowledgements; undefined: nothing is set aside. */
  readonly acknowledgements: string | undefined;
  /** undefined: the standard output. */
  readonly output: string | undefined;
  /** '' for the PowerShell of this machine. */
  readonly powerShell: string;
}

/** `help` when it was asked for. Throws UsageError. */
export const parseArguments = (args: readonly string[]): MissingArguments | 'help' => {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const [verb, ...more] = positionals;
  if (verb !== 'missing' || more.length > 0)
    throw new UsageError(
      verb === undefined ? 'A verb is missing: "missing".' : `Unknown verb: ${positionals.join(' ')}.`,
    );
  return {
    site: siteChoice(values),
    filter: values.filter,
    everyPair: values.all ?? false,
    format: oneOf('format', formats, values.format ?? 'table'),
    redact: values.redact ?? false,
    acknowledgements: values.acknowledgements,
    output: values.output,
    powerShell: values.powershell ?? '',
  };
};

/** Which site: the same for every verb. */
export const siteOptions = {
  demo: { type: 'string' },
  seed: { type: 'string' },
  release: { type: 'string' },
  'sql-server': { type: 'string' },
  database: { type: 'string' },
  user: { type: 'string' },
  'windows-auth': { type: 'boolean' },
  powershell: { type: 'string' },
  encrypt: { type: 'boolean' },
  'no-encrypt': { type: 'boolean' },
  'trust-server-certificate': { type: 'boolean' },
  'site-code': { type: 'string' },
  site: { type: 'string' },
  sites: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const options = {
  ...siteOptions,
  filter: { type: 'string' },
  all: { type: 'boolean' },
  format: { type: 'string' },
  redact: { type: 'boolean' },
  acknowledgements: { type: 'string' },
  output: { type: 'string' },
} as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

export type Values = Pick<ReturnType<typeof parse>['values'], keyof typeof siteOptions>;

/** Options that only mean something beside another one. */
const belongsTo = {
  demo: ['seed', 'release'],
  'sql-server': [
    'database',
    'user',
    'windows-auth',
    'encrypt',
    'no-encrypt',
    'trust-server-certificate',
    'site-code',
  ],
  site: ['sites'],
} as const;

export const siteChoice = (values: Values): SiteChoice => {
  const kinds = (['demo', 'sql-server', 'site'] as const).filter((kind) => values[kind] !== undefined);
  const [kind, ...others] = kinds;
  if (kind === undefined || others.length > 0)
    throw new UsageError('Name one site: --demo <size>, --sql-server <host>, or --site <name>.');
  for (const [owner, owned] of Object.entries(belongsTo))
    for (const option of owned)
      if (owner !== kind && values[option] !== undefined)
        throw new UsageError(`--${option} goes with --${owner}, not with --${kind}.`);
  switch (kind) {
    case 'demo':
      return {
        kind,
        size: oneOf('demo', demoSizes, values.demo),
        seed: seedOf(values.seed ?? '1'),
        release: oneOf('release', releases, values.release ?? 'current'),
      };
    case 'sql-server':
      return { kind: 'live', profile: profileOfArguments(values) };
    case 'site':
      if (values.sites === undefined)
        throw new UsageError('--site names a site of a file: add --sites <file>.');
      return { kind: 'listed', file: values.sites, name: values.site ?? '' };
  }
};

const seedOf = (text: string): number => {
  const seed = Number(text);
  if (/^\d{1,10}$/.test(text) && seed < 2 ** 31) return seed;
  throw new UsageError('--seed takes a whole number from 0 to 2147483647.');
};

export const oneOf = <const T extends string>(
  option: string,
  allowed: readonly T[],
  given: string | undefined,
): T => {
  const found = allowed.find((one) => one === given);
  if (found === undefined) throw new UsageError(`--${option} takes one of: ${allowed.join(', ')}.`);
  return found;
};
