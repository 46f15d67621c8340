import type { CommandLine } from '../missing';
import type { ExitCode } from '../run';
import { UsageError } from '../usage';
import { parseMessageArguments, parseWorkArguments } from './messageArguments';
import { parseApproveArguments, parseCheckArguments, parseGenerateArguments } from './rulesArguments';
import { rulesUsage } from './rulesUsage';

/**
 * Status filter rules, and what they call.
 * @returns 1: `rules check` found something
 */
export const runRules = async (
  verb: 'on-message' | 'rules',
  args: readonly string[],
  line: CommandLine,
): Promise<ExitCode> => {
  // Behind on-message nothing is help that a message could have put there.
  if (verb === 'on-message' && args.length > 1) {
    await (await import('./onMessage.js')).onMessage(parseMessageArguments(args), args, line);
    return 0;
  }
  const [what, ...more] = args;
  if (verb === 'on-message' || what === undefined || args.some((one) => one === '--help' || one === '-h')) {
    await line.write(rulesUsage);
    return 0;
  }
  switch (what) {
    case 'generate':
      await (await import('./generateRules.js')).generateRules(parseGenerateArguments(more), line);
      return 0;
    case 'check':
      return (await (await import('./checkRules.js')).checkRules(parseCheckArguments(more), line)) > 0
        ? 1
        : 0;
    case 'approve':
      await (await import('./approveRules.js')).approveRules(parseApproveArguments(more), line);
      return 0;
    case 'work':
      await (await import('./workOnRules.js')).workOnRules(parseWorkArguments(more), line);
      return 0;
    default:
      throw new UsageError(`Unknown: rules ${what}. There are rules generate, check, approve and work.`);
  }
};
