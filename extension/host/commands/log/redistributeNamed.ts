import { l10n } from 'vscode';
import type { Finding } from '../../../core/reconcile/finding';
import type { Command } from '../command';
import type { ConnectedSite } from '../connected';
import { proposePlan } from '../proposeWrites';
import { namedPackage } from './namedPackage';
import { pickDpOfPackage } from './pickDpOfPackage';

/**
 * Plans to redistribute a package that a log names to the DP that it names; asks for the DP where the log names
 * several, or none. Nothing is written before the plan is confirmed.
 */
export const redistributeNamed: Command = async (host, args) => {
  const named = await namedPackage(host, args);
  if (named === undefined) return;
  const { packageId, servers, chosen } = named;
  const all = await pairsOf(chosen, packageId);
  const wanted = servers.length === 0 ? all : all.filter(({ dp }) => isNamed(chosen, dp, servers));
  const only = wanted.length === 1 && servers.length === 1 ? wanted[0] : undefined;
  if (wanted.length === 0)
    throw new Error(
      l10n.t(
        'The site has no target of {0} on {1}. Use Distribute to give it one.',
        packageId,
        servers.length === 0 ? l10n.t('any distribution point') : servers.join(', '),
      ),
    );
  const pair = only ?? (await pickDpOfPackage(chosen, packageId, wanted));
  if (pair !== undefined) await proposePlan(host, chosen, 'redistribute', [pair]);
};

/** Throws when they cannot be read: what stands where could then not be told. */
const pairsOf = async ({ known }: ConnectedSite, packageId: string): Promise<readonly Finding[]> => {
  const pairs = await known.pairs.of({ packageId });
  if (pairs === undefined)
    throw new Error(
      l10n.t('Which distribution points have the package could not be read. Refresh the site.'),
    );
  return [...pairs.values()].filter(({ verdict }) => verdict !== 'notTargeted');
};

/** Logs write a server's full name, or the first part of it. */
const isNamed = ({ known }: ConnectedSite, dp: Finding['dp'], servers: readonly string[]): boolean => {
  const name = known.session.state.index?.dpName(dp).toLowerCase();
  return (
    name !== undefined &&
    servers.some((server) => server === name || firstPart(server) === name || server === firstPart(name))
  );
};

const firstPart = (server: string): string => server.split('.', 1)[0] ?? server;
