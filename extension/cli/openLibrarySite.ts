import { DemoEngine } from '../adapters/demo/demoEngine';
import { demoSiteOptions } from '../adapters/demo/demoSite';
import type { LibrarySite } from '../app/library/lookAtLibrary';
import type { SiteConnection } from '../ports/siteConnection';
import type { MismatchArguments } from './mismatchArguments';
import { passwordOf, profileOf, type Environment } from './openSite';

/** A site whose DPs are looked into; `close` ends the connection. */
export interface OpenLibrarySite {
  readonly site: LibrarySite & Pick<SiteConnection, 'info'>;
  close(): Promise<void>;
}

/** A demo site waits in no time. @throws UsageError, SiteConnectError, SiteReadError */
export const openLibrarySite = async (
  { site, powerShell }: Pick<MismatchArguments, 'site' | 'powerShell'>,
  environment: Environment,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<OpenLibrarySite> => {
  if (site.kind === 'demo') {
    say(`Generating the demo site (${site.size}, seed ${site.seed}) ...\n`);
    const engine = await DemoEngine.open(demoSiteOptions({ ...site, speed: 0 }));
    const { info, database, cim, computers } = engine;
    const clock = {
      now: () => engine.clock.now(),
      sleep: (milliseconds: number) => engine.advance(milliseconds),
    };
    return { site: { info, database, cim, computers, clock }, close: () => engine.close() };
  }
  const profile = await profileOf(site, say);
  const password = passwordOf(profile, environment);
  say(`Connecting to ${profile.server} ...\n`);
  const { openLiveSite } = await import('../live/openLiveSite.js');
  const connection = await openLiveSite(profile, password, powerShell, signal);
  return { site: connection, close: () => connection.close() };
};
