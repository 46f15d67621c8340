import { DemoEngine } from '../../adapters/demo/demoEngine';
import { demoSiteOptions } from '../../adapters/demo/demoSite';
import type { CimBrowser } from '../../ports/cim';
import type { SiteConnection } from '../../ports/siteConnection';
import { passwordOf, profileOf, type Environment } from '../openSite';
import type { SiteChoice } from '../parseArguments';

/** A site whose provider can be looked into. */
export interface OpenedRuleSite {
  readonly connection: SiteConnection;
  readonly wmi: CimBrowser;
}

/** @throws UsageError, SiteConnectError, SiteReadError */
export const openRuleSite = async (
  { site, powerShell }: { readonly site: SiteChoice; readonly powerShell: string },
  environment: Environment,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<OpenedRuleSite> => {
  if (site.kind === 'demo') {
    say(`Generating the demo site (${site.size}, seed ${site.seed}) ...\n`);
    const engine = await DemoEngine.open(demoSiteOptions({ ...site, speed: 0 }));
    return { connection: engine, wmi: engine.cim };
  }
  const profile = await profileOf(site, say);
  const password = passwordOf(profile, environment);
  say(`Connecting to ${profile.server} ...\n`);
  const { openLiveSite } = await import('../../live/openLiveSite.js');
  const connection = await openLiveSite(profile, password, powerShell, signal);
  return { connection, wmi: connection.wmi };
};
