import { parseArgs } from 'node:util';
import type { CommandLine } from './missing';
import { oneOf } from './parseArguments';
import { printable } from './printable';
import { usage, UsageError } from './usage';

const formats = ['text', 'ndjson'] as const;

const options = {
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Tells what error codes mean. Throws UsageError for what is none. @param args those after `error` */
export const explainErrors = async (args: readonly string[], { write }: CommandLine): Promise<void> => {
  const { values, positionals } = parse(args);
  if (values.help === true) return write(usage);
  const format = oneOf('format', formats, values.format ?? 'text');
  if (positionals.length === 0) throw new UsageError('"error" needs a code, or several: 0x80070005.');
  // Loaded when it is needed: the tables of error codes are large.
  const { explainedErrors } = await import('./explainedErrors.js');
  for (const [number, asked] of positionals.entries()) {
    const errors = explainedErrors(asked);
    if (errors.length === 0)
      throw new UsageError(
        `No error code is in ${printable(asked)}: give one as 0x80070005, -2147024891, 12029, "HTTP 404" or its name.`,
      );
    const text = errors
      .map(({ error, lines }) => `${format === 'ndjson' ? JSON.stringify(error) : lines.join('\n')}\n`)
      .join(format === 'ndjson' ? '' : '\n');
    await write(format === 'text' && number > 0 ? `\n${text}` : text);
  }
};

const parse = (args: readonly string[]) => {
  try {
    // What begins with a minus would be taken for an option.
    const asked = args.map((arg) => (/^-\d+$/.test(arg) ? `(${arg})` : arg));
    return parseArgs({ args: asked, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};
