import { writeAtomically } from '../../adapters/machine/atomicFile';
import { machineRunner } from '../../adapters/machine/machineRunner';
import { printApproval } from '../../core/statusRules/approval/approvalDocument';
import { day } from '../../core/statusRules/coolDown';
import type { CommandLine } from '../missing';
import type { ApproveArguments } from './rulesArguments';

/** Writes the file by which plans of rules may be applied without a look at each, in the name of who runs this. */
export const approveRules = async (
  { siteCode, actions, caps, days, output }: ApproveArguments,
  { write, say, environment }: CommandLine,
): Promise<void> => {
  const { user, computer } = machineRunner('commandLine', environment);
  const approvedAt = Date.now();
  const expires = approvedAt + days * day;
  const document = printApproval({
    siteCode,
    approvedBy: `${user} on ${computer}`,
    approvedAt,
    expires,
    actions,
    caps,
  });
  await (output === undefined ? write(document) : writeAtomically(output, (text) => text(document)));
  say(
    `Plans of these actions are applied by themselves until ${new Date(expires).toISOString()}, as far as the caps go. Let only administrators write the file; to take it back, delete it.\n`,
  );
};
