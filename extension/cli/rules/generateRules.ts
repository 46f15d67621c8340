import { writeAtomically } from '../../adapters/machine/atomicFile';
import { rulesScript } from '../../core/statusRules/rulesScript';
import { programProblems } from '../../core/statusRules/programLine';
import { ruleSiteArguments } from '../../core/statusRules/ruleSiteArguments';
import type { CommandLine } from '../missing';
import { profileOf } from '../openSite';
import { UsageError } from '../usage';
import type { GenerateArguments } from './rulesArguments';

/** Windows PowerShell reads a script without a byte order mark as the old code page. */
const byteOrderMark = '\ufeff';

/** Writes the script that makes the rules; nothing is written to the site. @throws UsageError */
export const generateRules = async (
  { site, node, cli, queue, approved, output }: GenerateArguments,
  { write, say }: CommandLine,
): Promise<void> => {
  const profile = await profileOf(site, say);
  const { siteCode, args } = ruleSiteArguments(profile);
  if (siteCode === undefined)
    throw new UsageError(
      'The site code is not known: name it with --site-code, or as "siteCode" of the site.',
    );
  const program = { node, cli, site: args, queue, approved };
  const problems = programProblems(program);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  const script = rulesScript({ siteCode, program }).replaceAll('\n', '\r\n');
  if (output === undefined) await write(script);
  else await writeAtomically(output, (text) => text(byteOrderMark + script));
  say('Read the script, then run it on the site server. Nothing was written to the site.\n');
};
