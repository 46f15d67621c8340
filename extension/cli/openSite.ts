import { DemoEngine } from '../adapters/demo/demoEngine';
import { demoSiteOptions } from '../adapters/demo/demoSite';
import type { ConnectionProfile } from '../core/connection/profile';
import type { Computers, SiteConnection } from '../ports/siteConnection';
import { listedSite } from './listedSite';
import type { MissingArguments, SiteChoice } from './parseArguments';
import { passwordVariable, UsageError } from './usage';

/** A site that is only read. */
export type OpenedSite = Pick<SiteConnection, 'database' | 'clock' | 'info' | 'close'> & {
  /** Ways to look into its DPs. */
  readonly wmi: Computers['wmi'];
};

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
      return openDemo(site);
    case 'live':
    case 'listed':
      return openLive(await profileOf(site, say), powerShell, environment, say, signal);
  }
};

const openDemo = async (site: SiteChoice & { readonly kind: 'demo' }): Promise<OpenedSite> => {
  const engine = await DemoEngine.open(demoSiteOptions({ ...site, speed: 0 }));
  const { info, database, clock, cim } = engine;
  return { info, database, clock, wmi: cim, close: () => engine.close() };
};

/** The connection of a site that is no demo site. @throws UsageError */
export const profileOf = (
  site: Exclude<SiteChoice, { kind: 'demo' }>,
  say: (text: string) => void,
): Promise<ConnectionProfile> =>
  site.kind === 'live' ? Promise.resolve(site.profile) : listedSite(site.file, site.name, say);

/** @throws UsageError when there is none */
export const passwordOf = (profile: ConnectionProfile, environment: Environment): string => {
  const password = profile.authentication === 'windows' ? '' : environment[passwordVariable];
  if (password !== undefined) return password;
  throw new UsageError(
    `No password for ${profile.user ?? 'the login'}: put it into the environment variable ${passwordVariable}.`,
  );
};

const openLive = async (
  profile: ConnectionProfile,
  powerShell: string,
  environment: Environment,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<OpenedSite> => {
  const password = passwordOf(profile, environment);
  say(`Connecting to ${profile.server} ...\n`);
  const { openSiteReads } = await import('../live/openSiteReads.js');
  const { info, database, clock } = await openSiteReads(profile, password, powerShell, signal);
  const { openWmi } = await import('../live/openWmi.js');
  const wmi = openWmi(powerShell);
  return {
    info,
    database,
    clock,
    wmi: wmi.cim,
    close: async () => {
      await Promise.all([database.close(), wmi.close()]);
    },
  };
};
