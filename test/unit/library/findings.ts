import type { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import type { DemoDp } from '../../../extension/adapters/demo/site/demoDp';
import { tallyClass } from '../../../extension/core/reconcile/tally';
import { pairId } from '../../../extension/core/reconcile/pairId';
import type { MismatchKind } from '../../../extension/core/library/mismatch';
import type { LibraryReport } from '../../../extension/core/library/libraryReport';
import { findMismatches, type FindOptions } from '../../../extension/app/library/findMismatches';
import { refreshSite } from '../../../extension/app/refreshSite';
import type { SiteConnection } from '../../../extension/ports/siteConnection';

const never = new AbortController().signal;

/** Looks for mismatches on DPs of a demo site whose time stands still but for the wait. */
export const findOn = async (
  engine: DemoEngine,
  dps: readonly Pick<DemoDp, 'key'>[],
  options: Partial<FindOptions> & { readonly meanwhile?: () => Promise<void> } = {},
): Promise<readonly LibraryReport[]> => {
  const inventory = await refreshSite(engine, never);
  const site: SiteConnection = Object.assign(Object.create(engine) as SiteConnection, {
    clock: {
      now: () => engine.clock.now(),
      sleep: async (milliseconds: number) => {
        await options.meanwhile?.();
        await engine.advance(milliseconds);
      },
    },
  });
  return findMismatches(
    site,
    inventory,
    dps.map(({ key }) => key),
    { waitMinutes: options.waitMinutes ?? 5, dpsAtOnce: options.dpsAtOnce ?? 4 },
    { found: () => undefined, progress: () => undefined },
    never,
  );
};

/** What there is to find on a DP, from what the generator did: kinds by package, or by file where there is none. */
export const trueMismatches = (engine: DemoEngine, dp: DemoDp): ReadonlyMap<string, MismatchKind> => {
  const { disagreements, contents, truth, model } = engine.site;
  const { inis, strays } = engine.libraries.damageOf(dp);
  const found = new Map<string, MismatchKind>(strays.map((name) => [`PkgLib\\${name}`, 'damaged']));
  for (const { packageId } of [...model.packages, ...model.predefined]) {
    const pair = pairId(packageId, dp.key);
    const verdict = truth.pairs.get(pair)?.verdict;
    const isTargeted = verdict !== undefined && verdict !== 'notTargeted';
    const standing = verdict === undefined ? undefined : tallyClass(verdict);
    const { content } = contents.of(pair);
    const listed = disagreements.of(dp.key).get(packageId);
    const isMoving = isTargeted && standing === 'running';
    if (inis.has(packageId)) found.set(packageId, 'damaged');
    else if (listed !== undefined) found.set(packageId, isMoving ? 'inFlight' : listed);
    else if (isTargeted && content === 'absent' && standing !== 'nothing')
      found.set(packageId, isMoving ? 'inFlight' : 'notThere');
    else if (isTargeted && (content === 'corrupt' || content === 'filesMissing'))
      found.set(packageId, isMoving ? 'inFlight' : 'filesMissing');
  }
  return found;
};

/** Kinds that were found, by package, or by file where there is none. */
export const foundKinds = ({ mismatches }: LibraryReport): ReadonlyMap<string, MismatchKind> =>
  new Map(mismatches.map(({ packageId, kind, findings }) => [packageId || (findings[0]?.path ?? ''), kind]));
