import { DemoEngine } from '../adapters/demo/demoEngine';
import { demoSiteOptions } from '../adapters/demo/demoSite';
import type { RunSite } from '../app/run/runSite';
import type { Plan } from '../core/redistribute/plan';
import type { SiteConnection } from '../ports/siteConnection';
import { passwordOf, profileOf, type Environment } from './openSite';
import type { ApplyArguments } from './runArguments';

/** A site that is written to; `close` ends the connection. */
export interface WritableSite {
  readonly site: RunSite;
  close(): Promise<void>;
}

/**
 * The site that a plan is applied to. A demo site lives as long as this program: it is as it was when the plan was
 * made, and its time goes on while the run waits for it.
 * @throws UsageError, SiteConnectError, SiteReadError
 */
export const openWritableSite = async (
  { site, powerShell }: Pick<ApplyArguments, 'site' | 'powerShell'>,
  { madeAt }: Pick<Plan, 'madeAt'>,
  environment: Environment,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<WritableSite> => {
  if (site.kind === 'demo') {
    say(`Generating the demo site (${site.size}, seed ${site.seed}) ...\n`);
    const engine = await DemoEngine.open(demoSiteOptions({ ...site, speed: 0, base: madeAt }));
    const clock = {
      now: () => engine.clock.now(),
      sleep: (milliseconds: number) => engine.advance(milliseconds),
    };
    return { site: { ...runSiteOf(engine), clock }, close: () => engine.close() };
  }
  const profile = await profileOf(site, say);
  const password = passwordOf(profile, environment);
  say(`Connecting to ${profile.server} ...\n`);
  const { openLiveSite } = await import('../live/openLiveSite.js');
  const connection = await openLiveSite(profile, password, powerShell, signal);
  return { site: runSiteOf(connection), close: () => connection.close() };
};

const runSiteOf = ({ info, cim, database, clock, computers }: SiteConnection): RunSite => ({
  siteCode: info.siteCode,
  siteName: info.siteName,
  provider: info.provider,
  cim,
  database,
  clock,
  ...(computers && { computers }),
});
