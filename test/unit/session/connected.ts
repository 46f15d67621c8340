import { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import { SiteSession, type OpenSite } from '../../../extension/app/siteSession';
import type { Faults } from '../../../extension/protocol/demoSite';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';

/** A session with the ways to its site's faults and time. */
export interface Connected {
  readonly session: SiteSession;
  /** What goes wrong from now on. */
  readonly suffer: (faults: Faults) => void;
  /** The site ends by itself. */
  readonly end: () => void;
  /** Lets the site's time jump, and everything happen that is due then. */
  readonly advance: (milliseconds: number) => Promise<void>;
}

export const base = Date.UTC(2026, 5, 1, 12);

/** Lends a session that was connected to a small demo site; its time moves by `advance` only. */
export const withSession = async (
  faults: Faults,
  task: (connected: Connected) => Promise<void>,
): Promise<void> => {
  const session = new SiteSession();
  let engine: DemoEngine | undefined;
  let ended = false;
  const start = async (): Promise<OpenSite> => {
    const connection = await DemoEngine.open(demoSiteOptions({ base, speed: 0, faults }));
    const running = startFindingsInProcess();
    engine = connection;
    ended = false;
    return {
      connection,
      findings: running.findings,
      hasEnded: () => ended,
      close: async () => {
        await Promise.all([connection.close(), running.dispose()]);
      },
    };
  };
  try {
    await session.connect(start);
    await task({
      session,
      suffer: (worse) => {
        if (engine) engine.database.faults = worse;
      },
      end: () => (ended = true),
      advance: async (milliseconds) => engine?.advance(milliseconds),
    });
  } finally {
    await session.disconnect();
  }
};
