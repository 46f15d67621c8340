import type { RunSite } from '../app/run/runSite';
import type { Plan } from '../core/redistribute/plan';
import type { SiteConnection } from '../ports/siteConnection';
import { openConnection } from './openConnection';
import type { Environment } from './openSite';
import type { ApplyArguments } from './runArguments';

/** A site that is written to; `close` ends the connection. */
export interface WritableSite {
  readonly site: RunSite;
  close(): Promise<void>;
}

/**
 * The site that a plan is applied to; a demo site is as it was when it was read for the plan.
 * @throws UsageError, SiteConnectError, SiteReadError
 */
export const openWritableSite = async (
  wanted: Pick<ApplyArguments, 'site' | 'powerShell'>,
  { readAt }: Pick<Plan, 'readAt'>,
  environment: Environment,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<WritableSite> => {
  const connection = await openConnection(wanted, readAt, environment, say, signal);
  return { site: runSiteOf(connection), close: () => connection.close() };
};

const runSiteOf = ({ info, cim, database, clock, computers, dps }: SiteConnection): RunSite => ({
  siteCode: info.siteCode,
  siteName: info.siteName,
  provider: info.provider,
  cim,
  database,
  clock,
  ...(computers && { computers }),
  ...(dps && { dps }),
});
