import { parseArgs } from 'node:util';
import { biasPolicies, type BiasPolicy } from '../core/logs/time/utcOf';
import { oneOf } from './parseArguments';
import { UsageError } from './usage';

const logVerbs = ['parse', 'merge', 'errors', 'analyse'] as const;
export type LogVerb = (typeof logVerbs)[number];

export const logFormats = ['ndjson', 'table'] as const;

export interface LogArguments {
  readonly verb: LogVerb;
  readonly files: readonly string[];
  readonly format: (typeof logFormats)[number];
  readonly bias: BiasPolicy;
  /** Of text that is not UTF-8 or UTF-16. */
  readonly codePage: string;
  /** A file of signatures of one's own. */
  readonly signatures: string | undefined;
}

const options = {
  format: { type: 'string' },
  bias: { type: 'string' },
  'code-page': { type: 'string' },
  signatures: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @param args those after `logs`. Throws UsageError. */
export const parseLogArguments = (args: readonly string[]): LogArguments | 'help' => {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const [given, ...files] = positionals;
  const verb = logVerbs.find((one) => one === given);
  if (verb === undefined) throw new UsageError(`Behind "logs" stands one of: ${logVerbs.join(', ')}.`);
  if (files.length === 0) throw new UsageError(`"logs ${verb}" needs the path of a log, or of several.`);
  return {
    verb,
    files,
    format: oneOf('format', logFormats, values.format ?? 'ndjson'),
    bias: oneOf('bias', biasPolicies, values.bias ?? 'auto'),
    codePage: codePageOf(values['code-page'] ?? 'windows-1252'),
    signatures: values.signatures,
  };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const codePageOf = (label: string): string => {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new UsageError(
      `--code-page takes a name such as windows-1251 or shift_jis; ${label} is not known.`,
    );
  }
};
