import { l10n, window } from 'vscode';
import type { Command } from '../command';
import { namedPackage } from './namedPackage';

/** Selects a package that a log names in the content tree. */
export const revealPackage: Command = async (host, args) => {
  const named = await namedPackage(host, args);
  if (named === undefined) return;
  const { packageId, chosen } = named;
  if (!(await host.view.reveal(chosen.known, packageId, undefined)))
    void window.showInformationMessage(l10n.t('The tree does not show {0}.', packageId));
};
