import { l10n } from 'vscode';
import type { Command } from '../command';

/** Opens the script that deletes what the review names that is looked at; refused while anything speaks against it. */
export const prepareDelete: Command = async ({ cleanups }) => {
  const { active } = cleanups;
  if (active === undefined)
    throw new Error(
      l10n.t('No what-if is reviewed. Run "Review Content Library Cleanup" on a distribution point first.'),
    );
  await active.prepareDelete();
};
