import { machineRunner } from '../../adapters/machine/machineRunner';
import { RuleQueueFolder } from '../../adapters/machine/ruleQueue/ruleQueueFolder';
import type { CommandLine } from '../missing';
import type { MessageArguments } from './messageArguments';
import { startWorker } from './startWorker';
import { workOnRules } from './workOnRules';

/** Puts a message into the queue, sees that somebody works on it, and ends. */
export const onMessage = async (
  wanted: MessageArguments,
  args: readonly string[],
  line: CommandLine,
): Promise<void> => {
  const queue = new RuleQueueFolder(wanted.queue);
  const { message, computer } = wanted;
  const { user, computer: here } = machineRunner('commandLine', line.environment);
  try {
    await queue.add({ message, computer, at: Date.now() });
  } catch (error) {
    await queue.log(`${message} of ${computer} was not taken: ${String(error)}`, 'error');
    throw error;
  }
  await queue.log(`${message} of ${computer} waits. This was run by ${user} on ${here}.`);
  line.say(`${message} of ${computer} waits in ${queue.place}.\n`);
  if (line.program === undefined) await workOnRules(wanted, line);
  else if ((await queue.worker()) === undefined) await startWorker(wanted.queue, line.program, args);
};
