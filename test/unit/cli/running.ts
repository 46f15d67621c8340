import { run, type ExitCode } from '../../../extension/cli/run';

export interface Ran {
  readonly code: ExitCode;
  readonly output: string;
  readonly said: string;
}

/** Runs the command line in this process. */
export const ran = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> => {
  let output = '';
  let said = '';
  const code = await run(args, {
    write: (text) => {
      output += text;
      return Promise.resolve();
    },
    say: (text) => (said += text),
    environment,
    signal: new AbortController().signal,
  });
  return { code, output, said };
};
