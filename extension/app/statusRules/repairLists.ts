import type { DistributionPoint } from '../../core/content/distributionPoint';
import type { LibraryReport } from '../../core/library/libraryReport';
import type { ApprovableAction } from '../../core/statusRules/approval/approval';
import { defaultCaps } from '../../core/redistribute/caps';
import type { RunAction } from '../../core/run/runPlan';
import { defaultFindOptions, findMismatches } from '../library/findMismatches';
import { planLibraryRepair, type RepairedSite } from '../library/repair/planLibraryRepair';
import type { LibrarySite } from '../library/lookAtLibrary';
import { proposalOf } from './proposalOf';
import type { MessageAnswer } from './ruleSite';

/** A site that was read as a whole, and ways to its DPs' libraries. */
export type ListedSite = RepairedSite & { readonly connection: LibrarySite };

/** The two looks are some minutes old, and DPs are looked at together. */
const evidenceLimit = 24 * 60 * 60_000;

/** What is found in the libraries of DPs: all that wait are looked at together, because two looks lie minutes apart. */
export class ListRepairs {
  private readonly reports = new Map<string, Promise<readonly LibraryReport[]>>();

  constructor(private readonly site: ListedSite) {}

  /** The mismatches of a DP, and the plan that would repair them. Nothing is written. @throws SiteReadError */
  async answer(
    dp: DistributionPoint,
    together: readonly DistributionPoint[],
    signal: AbortSignal,
  ): Promise<MessageAnswer> {
    const report = (await this.lookAt(dp, together, signal)).find((one) => one.dp === dp.key);
    const notRead = (report?.notRead ?? []).join(' ');
    if (report === undefined || report.mismatches.length === 0) {
      if (report === undefined || notRead !== '') {
        // Tried again, it is looked at again.
        this.reports.delete(dp.key);
        throw new Error(`Its lists could not be compared. ${notRead}`);
      }
      return { kind: 'nothing', words: 'Its lists do not differ any more.' };
    }
    const limits = { caps: defaultCaps, evidenceLimit };
    const plan = await planLibraryRepair(
      report.mismatches,
      { takeOutFirst: false },
      this.site,
      limits,
      signal,
    );
    return proposalOf(plan, approvalNames, notRead === '' ? [] : [`Not all was read. ${notRead}`]);
  }

  private lookAt(
    dp: DistributionPoint,
    together: readonly DistributionPoint[],
    signal: AbortSignal,
  ): Promise<readonly LibraryReport[]> {
    const known = this.reports.get(dp.key);
    if (known !== undefined) return known;
    const all = [dp, ...together].map(({ key }) => key).filter((key) => !this.reports.has(key));
    const listener = { found: () => undefined, progress: () => undefined };
    const { connection, index } = this.site;
    const looks = findMismatches(connection, index.inventory, all, defaultFindOptions, listener, signal);
    for (const key of all) this.reports.set(key, looks);
    return looks;
  }
}

/** Taking an entry out, and asking the DP afterwards, are what approving repairs of libraries means. */
const approvalNames = (action: RunAction): RunAction | ApprovableAction =>
  action === 'quarantine' || action === 'checkLists' ? 'repairLibrary' : action;
