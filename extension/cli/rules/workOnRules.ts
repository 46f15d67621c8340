import { readFile } from 'node:fs/promises';
import { codeOf, fileProblem } from '../../adapters/machine/placeFile';
import { machineRunner } from '../../adapters/machine/machineRunner';
import { RuleQueueFolder } from '../../adapters/machine/ruleQueue/ruleQueueFolder';
import { WallClock } from '../../adapters/machine/wallClock';
import { answeringSite } from '../../app/statusRules/answeringSite';
import type { RuleSite } from '../../app/statusRules/ruleSite';
import { workerOptions, workOnQueue } from '../../app/statusRules/ruleWorker';
import { parseApproval } from '../../core/statusRules/approval/approvalDocument';
import type { Approval } from '../../core/statusRules/approval/approval';
import { startFindingsInProcess } from '../../workers/findings/startFindings';
import { journalPlace } from '../journalPlace';
import type { CommandLine } from '../missing';
import { openConnection } from '../openConnection';
import type { QueueArguments } from './messageArguments';
import { workerHasBegun } from './startWorker';

/** Answers what waits in the queue, until nothing does; ends at once while another worker lives. */
export const workOnRules = async (
  wanted: QueueArguments,
  { environment, signal }: CommandLine,
): Promise<void> => {
  const queue = new RuleQueueFolder(wanted.queue);
  const by = machineRunner('commandLine', environment);
  const openSite = async (asked: AbortSignal): Promise<RuleSite> => {
    const connection = await openConnection(wanted, undefined, environment, () => undefined, asked);
    const { siteCode } = connection.info;
    await queue.log(`${by.user} on ${by.computer} works on the messages of site ${siteCode}.`);
    const journals = journalPlace(wanted.queue, environment);
    return answeringSite({ connection, journals, by, startFindings: startFindingsInProcess });
  };
  const place = { openSite, approval: () => approvalOf(wanted.approved), clock: new WallClock() };
  const { coolDown = workerOptions.coolDown } = wanted;
  // The demo site has had its messages all along.
  const settle = wanted.site.kind === 'demo' ? 0 : workerOptions.settle;
  await workerHasBegun(wanted.queue);
  try {
    await workOnQueue(queue, place, signal, { ...workerOptions, coolDown, settle });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    await queue.log(`${cause} What waits is gone on with at the next message.`, 'error');
    throw error;
  }
};

/** What the file approves, or why nothing is approved. */
const approvalOf = async (file: string | undefined): Promise<Approval | string> => {
  if (file === undefined) return 'Nothing is approved beforehand: the rule names no file of approvals.';
  try {
    const parsed = parseApproval(await readFile(file, 'utf8'));
    return parsed.kind === 'approval'
      ? parsed.approval
      : `${file} approves nothing: ${parsed.problems.join(' ')}`;
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? `Nothing is approved: ${file} is not there.`
      : `${file} approves nothing: ${fileProblem(error)}`;
  }
};
