import type { KnownSites } from '../../app/knownSites';
import type { LogSite } from '../../protocol/lsp';
import type { NamesOf } from './client';

/** What logs have to know of the sites that the window is connected to. */
export const siteOfLogs = ({ all }: KnownSites): LogSite => {
  const codes = new Set<string>();
  for (const { session } of all)
    for (const packageId of session.state.index?.packages.keys() ?? []) codes.add(packageId.slice(0, 3));
  return { isConnected: all.some(({ session }) => session.site !== undefined), siteCodes: [...codes].sort() };
};

export const namesOfPackages =
  (sites: KnownSites): NamesOf =>
  (packageIds) =>
    Object.fromEntries(
      packageIds.flatMap((packageId) => {
        const name = sites.all
          .map(({ session }) => session.state.index?.packages.get(packageId)?.name)
          .find((found) => found !== undefined);
        return name === undefined ? [] : [[packageId, name]];
      }),
    );
