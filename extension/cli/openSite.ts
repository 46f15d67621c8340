import { DemoEngine } from '../adapters/demo/demoEngine';
import { demoSiteOptions } from '../adapters/demo/demoSite';
import type { ConnectionProfile } from '../core/connection/profile';
import type { SiteConnection } from '../ports/siteConnection';
import { listedSite } from './listedSite';
import type { MissingArguments } from './parseArguments';
import { passwordVariable, UsageError } from './usage';

/** A site that is only read. */
export type OpenedSite = Pick<SiteConnection, 'database' | 'clock' | 'info' | 'close'>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws UsageError, SiteConnectError, SiteReadError */
export const openSite = async (
  { site, powerShell }: Pick<MissingArguments, 'site' | 'powerShell'>,
  environment: Environment,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<OpenedSite> => {
  switch (site.kind) {
    case 'demo':
      say(`Generating the demo site (${site.size}, seed ${site.seed}) ...\n`);
      return DemoEngine.open(demoSiteOptions({ ...site, speed: 0 }));
    case 'live':
      return openLive(site.profile, powerShell, environment, say, signal);
    case 'listed': {
      const profile = await listedSite(site.file, site.name, say);
      return openLive(profile, powerShell, environment, say, signal);
    }
  }
};

const openLive = async (
  profile: ConnectionProfile,
  powerShell: string,
  environment: Environment,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<OpenedSite> => {
  const password = profile.authentication === 'windows' ? '' : environment[passwordVariable];
  if (password === undefined)
    throw new UsageError(
      `No password for ${profile.user ?? 'the login'}: put it into the environment variable ${passwordVariable}.`,
    );
  say(`Connecting to ${profile.server} ...\n`);
  const { openSiteReads } = await import('../live/openSiteReads.js');
  const { info, database, clock } = await openSiteReads(profile, password, powerShell, signal);
  return { info, database, clock, close: () => database.close() };
};
