import { l10n, window, workspace, type Uri } from 'vscode';
import { scheduledTaskText } from '../../../core/run/scheduledTask';
import { siteArguments } from '../../../core/run/siteArguments';
import { siteProfiles } from '../../site/siteSettings';
import type { Command } from '../command';

/** Where Node.js is, when its installer was not told otherwise. The script says to check it. */
const usualNode = 'C:\\Program Files\\nodejs\\node.exe';

/** Opens a script that has the Task Scheduler carry out a saved plan; nothing is scheduled here. */
export const schedulePlan: Command = async ({ runs, commandLine }) => {
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t('Plan to Schedule'),
      filters: { [l10n.t('Plan')]: ['json'] },
    })) ?? [];
  if (file === undefined) return;
  const hash = await hashOf(file);
  const { profiles } = siteProfiles();
  const site = await window.showQuickPick(
    profiles.map((profile) => ({ label: profile.name, description: profile.server, profile })),
    { placeHolder: l10n.t('Site of the plan') },
  );
  if (site === undefined) return;
  const at = await window.showInputBox({
    prompt: l10n.t('When? Local time of the computer that runs it'),
    value: '2027-01-31T02:00',
    validateInput: (text) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? undefined : l10n.t('Write it as 2027-01-31T02:00.'),
  });
  if (at === undefined) return;
  const { place } = await runs.journals(false);
  const content = scheduledTaskText({
    name: `ConfigMgr Content ${hash}`,
    node: usualNode,
    cli: commandLine,
    args: [
      'apply',
      ...siteArguments(site.profile),
      ...['--plan', file.fsPath, '--approve', hash, '--journal', place],
    ],
    at,
  });
  const document = await workspace.openTextDocument({ language: 'powershell', content });
  await window.showTextDocument(document);
};

/** @throws Error for a file that is no plan, or that was changed */
const hashOf = async (file: Uri): Promise<string> => {
  const { parsePlan } = await import('../../../core/redistribute/document/parsePlan.js');
  const parsed = parsePlan(Buffer.from(await workspace.fs.readFile(file)).toString('utf8'));
  if (parsed.kind === 'plan') return parsed.plan.hash;
  throw new Error(parsed.problems.join('\n'));
};
