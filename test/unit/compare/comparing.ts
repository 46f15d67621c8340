import { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import { compare } from '../../../extension/app/compare';
import { SiteSession } from '../../../extension/app/siteSession';
import type { ComparedRow, Comparison } from '../../../extension/core/compare/comparison';
import type { Difference } from '../../../extension/core/compare/difference';
import type { Subject } from '../../../extension/core/compare/subject';
import type { DpKey } from '../../../extension/core/content/nalPath';
import { pairId, type PairId } from '../../../extension/core/reconcile/pairId';
import type { SiteIndex } from '../../../extension/core/siteTree/siteIndex';
import type { SiteConnection } from '../../../extension/ports/siteConnection';
import type { Faults } from '../../../extension/protocol/demoSite';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';

export const now = Date.UTC(2026, 5, 1, 12);

/** A generated site that is connected and read, and what it truly holds. */
export interface Comparing {
  readonly engine: DemoEngine;
  readonly session: SiteSession;
  readonly index: SiteIndex;
  /** Lets other things go wrong from now on. */
  readonly suffer: (faults: Faults) => void;
  readonly compare: (subject: Subject, signal?: AbortSignal) => Promise<Comparison>;
}

interface Options {
  readonly seed?: number;
  readonly faults?: Faults;
  /** The connection as a test has it, instead of the demo site's own. */
  readonly instead?: (connection: DemoEngine) => SiteConnection;
}

export const openComparing = async ({
  seed = 1,
  faults = {},
  instead,
}: Options): Promise<Comparing & { readonly close: () => Promise<void> }> => {
  const engine = await DemoEngine.open(demoSiteOptions({ seed, base: now, speed: 0, faults }));
  const running = startFindingsInProcess();
  const session = new SiteSession();
  await session.connect(() =>
    Promise.resolve({
      connection: instead?.(engine) ?? engine,
      findings: running.findings,
      hasEnded: () => false,
      close: () => Promise.resolve(),
    }),
  );
  const { index, problem } = session.state;
  if (index === undefined) throw problem ?? new Error('The site was not read.');
  return {
    engine,
    session,
    index,
    suffer: (worse) => (engine.database.faults = worse),
    compare: (subject, signal = new AbortController().signal) => compare(session, subject, signal),
    close: async () => {
      await session.disconnect();
      await Promise.all([engine.close(), running.dispose()]);
    },
  };
};

/** Lends one. */
export const withComparing = async <T>(
  options: Options,
  use: (comparing: Comparing) => Promise<T>,
): Promise<T> => {
  const comparing = await openComparing(options);
  try {
    return await use(comparing);
  } finally {
    await comparing.close();
  }
};

/** What is truly so of a pair; undefined: nobody expects it. */
export const truthOf = ({ engine }: Comparing, packageId: string, dp: DpKey): string | undefined => {
  const { truth } = engine.site;
  const pair = pairId(packageId, dp);
  // A row that is being deleted is still listed, as such.
  return (
    truth.pairs.get(pair)?.verdict ??
    (truth.notExpected.get(pair) === 'rowBeingDeleted' ? 'removing' : undefined)
  );
};

/** Difference by package. */
export const byPackage = ({ rows }: Comparison): ReadonlyMap<string, Difference> =>
  new Map(rows.map(({ packageId = '', difference }) => [packageId, difference]));

export const pairOf = ({ packageId = '', dp, goneDp }: ComparedRow): PairId | string =>
  dp === undefined ? `${packageId}@${goneDp ?? ''}` : pairId(packageId, dp);

/** The rows of a kind, as sorted keys. */
export const keysOf = (rows: readonly ComparedRow[], difference: Difference): readonly string[] =>
  rows
    .filter((row) => row.difference === difference)
    .map(pairOf)
    .sort();
