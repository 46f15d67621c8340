import type { DistributionPoint } from '../../content/distributionPoint';
import { planOf, type PlanFrame } from '../../redistribute/makePlan';
import type { Plan, PlanRefusal, PlanStep } from '../../redistribute/plan';
import { findingWords } from './mismatchWords';
import type { Mismatch } from '../mismatch';
import type { LibraryEntry } from './libraryEntry';

/** A mismatch that is going to be repaired. */
export interface RepairItem {
  readonly mismatch: Mismatch;
  readonly dp: DistributionPoint;
  /** ContentLibraryPath of the DP's registry. */
  readonly library: string;
  /** What is taken out of the lists; undefined: nothing is. */
  readonly entry: LibraryEntry | undefined;
  /** The step that sends the content again, as any plan has it; undefined: it is not targeted. */
  readonly sending: PlanStep | undefined;
}

export type RepairFrame = Pick<PlanFrame, 'siteCode' | 'caps' | 'notes' | 'lines' | 'now' | 'readAt'>;

/** Steps of each DP together: what is taken out, what is sent again, and at the end what the DP says of its lists. */
export const repairPlan = (
  items: readonly RepairItem[],
  refused: readonly PlanRefusal[],
  frame: RepairFrame,
): Plan => {
  const steps: PlanStep[] = [];
  const next = (ahead = 1): string => String(steps.length + ahead);
  for (const ofDp of byDp(items)) {
    for (const item of ofDp) {
      if (item.entry !== undefined) steps.push(takingOut(next(), item, item.entry, item.sending && next(2)));
      if (item.sending !== undefined) steps.push(sendingAgain(next(), item, item.sending));
    }
    const [first] = ofDp;
    if (first !== undefined) steps.push(check(next(), first.dp));
  }
  return planOf('repairLibrary', steps, refused, frame);
};

const byDp = (items: readonly RepairItem[]): Iterable<readonly RepairItem[]> => {
  const found = new Map<string, RepairItem[]>();
  for (const item of items) found.set(item.dp.key, [...(found.get(item.dp.key) ?? []), item]);
  return found.values();
};

const truth = 'Two looks at the lists of the DP, and one more when the plan was made';

const ofPair = ({ mismatch, dp }: RepairItem) => ({
  packageId: mismatch.packageId,
  packageName: mismatch.packageName === '' ? mismatch.packageId : mismatch.packageName,
  dp: dp.key,
  dpName: dp.serverName,
  nalPath: dp.nalPath,
  siteCode: dp.siteCode,
  sourceDp: '',
  verdict: undefined,
  truth,
  reaches: [],
});

const nothingBefore = { state: undefined, sourceVersion: undefined, lastRefreshTime: undefined };

const takingOut = (
  id: string,
  item: RepairItem,
  entry: LibraryEntry,
  then: string | undefined,
): PlanStep => ({
  id,
  action: 'quarantine',
  ...ofPair(item),
  bytes: 0,
  before: item.sending?.before ?? nothingBefore,
  reason:
    then === undefined
      ? `${findingWords(item.mismatch)} The site does not target it there.`
      : `${findingWords(item.mismatch)} The entry goes first, and its content is sent again right after.`,
  instead:
    then === undefined
      ? 'Content that is not targeted cannot be sent again; deleting the entry for good could not be undone.'
      : 'Sending it again over the entry was not wanted.',
  cautions:
    then === undefined
      ? [
          ...(entry.instances.length > 0 && entry.ini === null ? [cleanupFirst] : []),
          ...(entry.ini === null
            ? []
            : ['Its files stay in DataLib and FileLib until a cleanup takes them.']),
        ]
      : ['If the content cannot be sent again, the entry is put back.'],
  library: { library: item.library, entry, ...(then === undefined ? {} : { then }) },
});

const cleanupFirst =
  "From release 2010 on, Microsoft's content library cleanup tool takes orphaned records out of WMI itself: consider it first.";

const sendingAgain = (id: string, item: RepairItem, sending: PlanStep): PlanStep => ({
  ...sending,
  id,
  reason: `${findingWords(item.mismatch)} The site targets it there.`,
  truth,
  instead: 'Taking the entry out alone would turn a loud difference into content that is silently absent.',
});

const check = (id: string, dp: DistributionPoint): PlanStep => ({
  id,
  action: 'checkLists',
  packageId: '',
  packageName: '',
  dp: dp.key,
  dpName: dp.serverName,
  nalPath: dp.nalPath,
  siteCode: dp.siteCode,
  bytes: 0,
  sourceDp: '',
  before: nothingBefore,
  verdict: undefined,
  reason: 'smsdpmon tells whether the lists agree: 2393 or 2386 when they do, 2388 when they do not.',
  truth: 'What was repaired before on this DP',
  instead: 'Without it, nobody would know before the next validation.',
  cautions: ['It begins when all other steps on this DP have ended, and reads all content of the DP.'],
  reaches: [],
});
