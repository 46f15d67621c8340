import { parseArgs } from 'node:util';

export const demoSizes = ['small', 'medium', 'empty'] as const;
export type DemoSize = (typeof demoSizes)[number];
export const formats = ['table', 'json', 'csv'] as const;
export type Format = (typeof formats)[number];

export const usage = `Usage: configmgr-content missing --demo <size> [options]

Lists content that should be on distribution points and is not proved to be there.

  --demo <size>      the demo site: ${demoSizes.join(', ')}
  --filter <text>    words, or fields: state: dp: group: package: type: size> repair: reason:
                     (default: all but what is validated or has nothing to validate)
  --format <format>  ${formats.join(', ')} (default: table)
  --help             this text

Exit codes: 0 read, 1 the site could not be read, 2 wrong arguments.
`;

export interface MissingArguments {
  readonly demo: DemoSize;
  readonly filter: string;
  readonly format: Format;
}

/** Arguments that are not understood; the message says what is. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
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
    demo: oneOf('demo', demoSizes, values.demo),
    filter: values.filter ?? '',
    format: oneOf('format', formats, values.format ?? 'table'),
  };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        demo: { type: 'string' },
        filter: { type: 'string' },
        format: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const oneOf = <const T extends string>(
  option: string,
  allowed: readonly T[],
  given: string | undefined,
): T => {
  const found = allowed.find((one) => one === given);
  if (found === undefined) throw new UsageError(`--${option} takes one of: ${allowed.join(', ')}.`);
  return found;
};
