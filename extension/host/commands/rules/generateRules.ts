import { l10n, window, workspace } from 'vscode';
import type { ConnectionProfile } from '../../../core/connection/profile';
import { parseSiteCode } from '../../../core/connection/siteCode';
import { pathProblem, programProblems } from '../../../core/statusRules/programLine';
import { rulesScript } from '../../../core/statusRules/rulesScript';
import { ruleSiteArguments } from '../../../core/statusRules/ruleSiteArguments';
import { siteProfiles } from '../../site/siteSettings';
import type { Command } from '../command';

const usualFolder = 'C:\\ConfigMgrContent';

/** Opens a script that makes the two status filter rules; nothing is written to the site. */
export const generateRules: Command = async () => {
  const { profiles } = siteProfiles();
  if (profiles.length === 0)
    throw new Error(
      l10n.t('Rules are made for a site of the settings. Add one first; the demo site has none.'),
    );
  const picked = await window.showQuickPick(
    profiles.map((profile) => ({ label: profile.name, description: profile.server, profile })),
    { placeHolder: l10n.t('Site that gets the rules') },
  );
  if (picked === undefined) return;
  const { args } = ruleSiteArguments(picked.profile);
  const siteCode = await siteCodeOf(picked.profile);
  if (siteCode === undefined) return;
  const node = await askPath(l10n.t('Node.js on the site server'), 'C:\\Program Files\\nodejs\\node.exe');
  if (node === undefined) return;
  const cli = await askPath(
    l10n.t('Command line of ConfigMgr Content there'),
    `${usualFolder}\\cli\\main.js`,
  );
  if (cli === undefined) return;
  const queue = await askPath(l10n.t('Folder there for the queue, plans and log'), `${usualFolder}\\queue`);
  if (queue === undefined) return;
  const approved = await askPath(
    l10n.t('File of approvals there; empty when every plan is to wait for review'),
    `${usualFolder}\\approved.json`,
    true,
  );
  if (approved === undefined) return;
  const program = { node, cli, site: args, queue, approved: approved === '' ? undefined : approved };
  const problems = programProblems(program);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const content = rulesScript({ siteCode, program });
  const document = await workspace.openTextDocument({ language: 'powershell', content });
  await window.showTextDocument(document);
};

/** Asked for where neither the profile nor the database's name tells it. */
const siteCodeOf = async (profile: ConnectionProfile): Promise<string | undefined> => {
  const { siteCode } = ruleSiteArguments(profile);
  if (siteCode !== undefined) return siteCode;
  const typed = await window.showInputBox({
    prompt: l10n.t('Site code of {0}', profile.name),
    validateInput: (text) =>
      parseSiteCode(text) === undefined ? l10n.t('Three letters or digits, as in P01.') : undefined,
  });
  return typed === undefined ? undefined : parseSiteCode(typed);
};

/** A path on the site server; '' where it may be empty. */
const askPath = (prompt: string, value: string, mayBeEmpty = false): Thenable<string | undefined> =>
  window.showInputBox({
    prompt,
    value,
    validateInput: (text) => (mayBeEmpty && text === '' ? undefined : pathProblem(text)),
  });
