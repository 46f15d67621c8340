import { parseArgs } from 'node:util';
import { usualCleanupFolder } from '../core/library/cleanup/cleanupPlaces';
import { oneOf, siteChoice, siteOptions, type SiteChoice } from './parseArguments';
import { UsageError } from './usage';

export const cleanupFormats = ['table', 'ndjson'] as const;

export interface CleanupArguments {
  readonly site: SiteChoice;
  /** Server name of the DP. */
  readonly dp: string;
  /** A log to review, or the script that has one written. */
  readonly what: { readonly kind: 'review'; readonly log: string } | { readonly kind: 'script' };
  /** Of ConfigMgr, for example 2107; undefined: not told. */
  readonly release: number | undefined;
  /** Of the DP, for the tool and its logs. */
  readonly folder: string;
  readonly format: (typeof cleanupFormats)[number];
  readonly powerShell: string;
}

const options = {
  ...siteOptions,
  'what-if': { type: 'string' },
  script: { type: 'boolean' },
  dp: { type: 'string' },
  configmgr: { type: 'string' },
  folder: { type: 'string' },
  format: { type: 'string' },
} as const;

/** @param args those after the verb. Throws UsageError. */
export const parseCleanupArguments = (args: readonly string[]): CleanupArguments | 'help' => {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  if (positionals.length > 0) throw new UsageError(`Not understood: ${positionals.join(' ')}.`);
  const { 'what-if': log, script, dp } = values;
  if ((log === undefined) === (script !== true))
    throw new UsageError('cleanup takes one of --what-if <log>, to review it, and --script.');
  if (dp === undefined) throw new UsageError('--dp <name> is missing: which distribution point?');
  return {
    site: siteChoice(values),
    dp,
    what: log === undefined ? { kind: 'script' } : { kind: 'review', log },
    release: releaseOf(values.configmgr),
    folder: values.folder ?? usualCleanupFolder,
    format: oneOf('format', cleanupFormats, values.format ?? 'table'),
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

const releaseOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new UsageError('--configmgr takes a release of Configuration Manager, such as 2107.');
};
