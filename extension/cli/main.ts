#!/usr/bin/env node
import { findMissingOnDemo } from './missing';
import { parseArguments, usage, UsageError } from './usage';

/** A reader that has seen enough (`| head`) closes the pipe: no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const run = async (): Promise<number> => {
  try {
    const args = parseArguments(process.argv.slice(2));
    if (args === 'help') process.stdout.write(usage);
    else await findMissingOnDemo(args, process.stdout, (text) => process.stderr.write(text));
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (!(error instanceof UsageError)) return 1;
    process.stderr.write(`\n${usage}`);
    return 2;
  }
};

void run().then((code) => {
  process.exitCode = code;
});
