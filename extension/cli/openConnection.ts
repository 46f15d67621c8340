import { DemoEngine } from '../adapters/demo/demoEngine';
import { demoSiteOptions } from '../adapters/demo/demoSite';
import type { SiteConnection } from '../ports/siteConnection';
import { passwordOf, profileOf, type Environment } from './openSite';
import type { ApplyArguments } from './runArguments';

/**
 * A site with its provider and its DPs. A demo site lives as long as this program, and its time goes on while
 * somebody waits for it.
 * @param base the demo site's time, UTC epoch milliseconds; undefined: now
 * @throws UsageError, SiteConnectError, SiteReadError
 */
export const openConnection = async (
  { site, powerShell }: Pick<ApplyArguments, 'site' | 'powerShell'>,
  base: number | undefined,
  environment: Environment,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<SiteConnection> => {
  if (site.kind === 'demo') {
    say(`Generating the demo site (${site.size}, seed ${site.seed}) ...\n`);
    const options = demoSiteOptions({ ...site, speed: 0, ...(base === undefined ? {} : { base }) });
    return inItsOwnTime(await DemoEngine.open(options));
  }
  const profile = await profileOf(site, say);
  const password = passwordOf(profile, environment);
  say(`Connecting to ${profile.server} ...\n`);
  const { openLiveSite } = await import('../live/openLiveSite.js');
  return openLiveSite(profile, password, powerShell, signal);
};

const inItsOwnTime = (engine: DemoEngine): SiteConnection => ({
  info: engine.info,
  database: engine.database,
  cim: engine.cim,
  computers: engine.computers,
  dps: engine.dps,
  clock: { now: () => engine.clock.now(), sleep: (milliseconds) => engine.advance(milliseconds) },
  onDidChange: (listener) => engine.onDidChange(listener),
  close: () => engine.close(),
});
