import { formatBytes } from '../filter/bytes';
import type { Verdict } from '../reconcile/verdict';
import { dpNameOf, packageNameOf, type Candidate } from './candidate';
import { goneGuards } from './guards/existence';
import { evidenceGuards } from './guards/evidence';
import type { Guard, GuardContext, Refusal } from './guards/guard';
import { timeOf } from './guards/place';
import { runningGuards } from './guards/running';
import { planOf, type PlanFrame } from './makePlan';
import type { Plan, PlanRefusal, PlanStep } from './plan';

/**
 * Plan of an update of packages from their sources (RefreshPkgSource): each goes to all its DPs, whichever were chosen.
 * @param pairs all pairs of the packages, of all DPs
 */
export const planUpdate = (pairs: readonly Candidate[], frame: PlanFrame): Plan => {
  const context: GuardContext = {
    ...frame,
    purpose: 'updateContent',
    suspectPairs: new Map(),
    planned: new Map(),
  };
  const byPackage = new Map<string, Candidate[]>();
  for (const pair of pairs)
    byPackage.set(pair.finding.packageId, [...(byPackage.get(pair.finding.packageId) ?? []), pair]);
  const steps: PlanStep[] = [];
  const refused: PlanRefusal[] = [];
  for (const [packageId, ofPackage] of byPackage) {
    const [first] = ofPackage;
    if (first === undefined) continue;
    const packageName = packageNameOf(first);
    const against = refusalOf(ofPackage, context);
    if (against === undefined) steps.push(stepOf(String(steps.length + 1), ofPackage, first, frame));
    else refused.push({ packageId, packageName, verdict: undefined, ...against });
  }
  return planOf('updateContent', steps, refused, frame);
};

/** Rules that hold for the package as a whole, asked of one of its pairs. */
const packageRules: ReadonlySet<string> = new Set([
  'deleted',
  'packageNotRead',
  'noContent',
  'evidenceOld',
  'changedSince',
  'siteProcessing',
]);

/** Rules of which one pair is enough: the update would send again what is under way there. */
const anyPairRules: ReadonlySet<string> = new Set(['inFlight', 'stalled', 'removing', 'removeFailed']);

const rules: readonly Guard[] = [...goneGuards, ...evidenceGuards, ...runningGuards];

const refusalOf = (
  pairs: readonly Candidate[],
  context: GuardContext,
): (Refusal & { readonly dpName: string }) | undefined => {
  const [first] = pairs;
  if (first === undefined) return undefined;
  const broken = (wanted: ReadonlySet<string>, candidate: Candidate): Refusal | undefined => {
    for (const { rule, actions, against } of rules) {
      if (!wanted.has(rule) || !actions.includes('redistribute')) continue;
      const reason = against(candidate, context, 'redistribute');
      if (reason !== undefined) return { rule, reason };
    }
    return undefined;
  };
  const ofPackage = broken(packageRules, first);
  if (ofPackage !== undefined) return { ...ofPackage, dpName: '' };
  if (targeted(pairs).length === 0)
    return { rule: 'notTargeted', reason: 'No DP has the package: distribute it to one.', dpName: '' };
  if (context.notRead.has('summaries') || context.findingsNotRead.has('summaries'))
    return {
      rule: 'evidenceNotRead',
      reason: 'How its pairs stand could not be read, so it is not known whether something is under way.',
      dpName: '',
    };
  const busy = pairs.flatMap((candidate) => {
    const against = broken(anyPairRules, candidate);
    return against === undefined ? [] : [{ ...against, dpName: dpNameOf(candidate) }];
  });
  const [one] = busy;
  return one === undefined || busy.length === 1
    ? one
    : { ...one, reason: `${one.reason} So on ${busy.length - 1} more of its DPs.` };
};

/** Verdicts of pairs that an update sends nothing to. */
const without: ReadonlySet<Verdict> = new Set(['notTargeted', 'dpGone', 'deleted', 'removing']);

const targeted = (pairs: readonly Candidate[]): readonly Candidate[] =>
  pairs.filter(({ finding, dp }) => dp !== undefined && !without.has(finding.verdict));

const stepOf = (id: string, pairs: readonly Candidate[], first: Candidate, frame: PlanFrame): PlanStep => {
  const reached = targeted(pairs);
  const { finding, package: content, packageNow } = first;
  const bytes = content?.bytes;
  return {
    id,
    action: 'updateContent',
    packageId: finding.packageId,
    packageName: packageNameOf(first),
    dp: '',
    dpName: '',
    nalPath: '',
    siteCode: frame.siteCode,
    bytes: bytes === undefined ? undefined : bytes * reached.length,
    sourceDp: '',
    before: { state: undefined, sourceVersion: packageNow?.sourceVersion, lastRefreshTime: undefined },
    verdict: undefined,
    reason: `Reads the source again and sends the content to all its DPs${bytes === undefined ? '' : ` (${formatBytes(bytes)} each)`}.`,
    truth: `v_Package: version ${packageNow?.sourceVersion ?? 'unknown'}${packageNow?.sourceDate === undefined ? '' : `, its source last read ${timeOf(packageNow.sourceDate)}`}`,
    instead: 'A redistribution sends what the site has already, to one DP, and leaves the version as it is.',
    cautions: cautionsOf(reached, first),
    reaches: reached.map(dpNameOf),
  };
};

const cautionsOf = (reached: readonly Candidate[], { troubles }: Candidate): readonly string[] => {
  const unreadable = troubles.find(({ kind }) => kind === 'sourceUnreadable');
  const count = (test: (candidate: Candidate) => boolean): number => reached.filter(test).length;
  const unread = count(({ finding }) => finding.verdict === 'unread');
  const validating = count(({ pairNow }) => pairNow.state === 8);
  const full = count(
    ({ place, package: content }) =>
      place?.free !== undefined && content?.bytes !== undefined && place.free < content.bytes,
  );
  const maintained = count(({ place }) => place?.inMaintenance === true);
  return [
    'Whatever lies in the source folder now goes to all these DPs, also if it was changed by mistake: whether it has changed cannot be seen from the site database. The version goes up by one, and what was proved of the old one is proved no longer.',
    ...(unreadable === undefined
      ? []
      : [
          `The site could not read the source (${unreadable.messageId}, ${timeOf(unreadable.time)}). Check that it can before this is confirmed.`,
        ]),
    ...counted(unread, 'whose state could not be read'),
    ...counted(validating, 'on which the package is being validated now'),
    ...counted(full, 'without room for it'),
    ...counted(maintained, 'in maintenance mode'),
  ];
};

const counted = (count: number, what: string): readonly string[] =>
  count === 0 ? [] : [`Goes to ${count} ${count === 1 ? 'DP' : 'DPs'} ${what}.`];
