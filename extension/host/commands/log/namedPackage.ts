import { l10n, window } from 'vscode';
import type { KnownSite } from '../../../app/knownSite';
import { namedAt, type NamedContent } from '../../../protocol/lsp';
import type { Host } from '../../host';
import { connected, type ConnectedSite } from '../connected';
import { cursorOf, logEditor } from './logEditor';

/** A package that a log names, on a connected site that has it. */
export interface NamedPackage {
  readonly packageId: string;
  /** Of distribution points, as the log names them in lower case. */
  readonly servers: readonly string[];
  readonly chosen: ConnectedSite;
}

/**
 * The package of the lens or link that started a command, else the one at the cursor; asks which site where several
 * have it. undefined: the user left. Throws when no site has it, and why.
 */
export const namedPackage = async (
  host: Host,
  args: readonly unknown[],
): Promise<NamedPackage | undefined> => {
  const { packageIds, servers } = namedIn(args) ?? (await host.logs.ask(namedAt, cursorOf(logEditor())));
  const packageId = packageIds.length < 2 ? packageIds[0] : await pickId(packageIds);
  if (packageId === undefined) {
    if (packageIds.length > 0) return undefined;
    throw new Error(l10n.t('The log names no package here. Put the cursor on a package ID.'));
  }
  const having = host.sites.all.filter(({ session }) => session.state.index?.packages.has(packageId));
  if (having.length === 0) {
    // Says what to do first where no site is connected.
    connected(host, []);
    throw new Error(l10n.t('No connected site has {0}. Connect to its site, or refresh.', packageId));
  }
  const site = await pickSite(having, packageId);
  return site && { packageId, servers, chosen: connected(host, [undefined, site.key]) };
};

const namedIn = ([first]: readonly unknown[]): NamedContent | undefined =>
  typeof first === 'object' && first !== null && 'packageIds' in first && 'servers' in first
    ? (first as NamedContent)
    : undefined;

const pickId = (packageIds: readonly string[]): Thenable<string | undefined> =>
  window.showQuickPick(packageIds, { placeHolder: l10n.t('Package') });

const pickSite = async (sites: readonly KnownSite[], packageId: string): Promise<KnownSite | undefined> => {
  if (sites.length < 2) return sites[0];
  const choices = sites.map((site) => ({ label: site.name, site }));
  const placeHolder = l10n.t('Site whose {0} is meant', packageId);
  return (await window.showQuickPick(choices, { placeHolder }))?.site;
};
