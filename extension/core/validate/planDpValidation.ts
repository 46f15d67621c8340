import type { DistributionPoint } from '../content/distributionPoint';
import type { DpKey } from '../content/nalPath';
import { finishedCycle, type DpCycles } from '../reconcile/cycle';
import type { Refusal } from '../redistribute/guards';
import { planOf, type PlanFrame } from '../redistribute/makePlan';
import type { Plan, PlanRefusal, PlanStep } from '../redistribute/plan';
import { cycleLength } from './cycleLength';
import { hoursText } from './hoursText';
import { validationsLength } from './validationsLength';

/** What is known of the DPs' content validation. */
interface Validating {
  /** DPs on which it runs now. */
  readonly validating: ReadonlySet<DpKey>;
  readonly cycles: ReadonlyMap<DpKey, DpCycles>;
}

type Frame = Pick<PlanFrame, 'siteCode' | 'caps' | 'now' | 'readAt'> & Validating;

/** Plan of a validation of everything on these DPs. */
export const planDpValidation = (dps: readonly DistributionPoint[], frame: Frame): Plan => {
  const steps: PlanStep[] = [];
  const refused: PlanRefusal[] = [];
  for (const dp of dps) {
    const against = refusalOf(dp, frame);
    const names = { packageId: '', packageName: '', dpName: dp.serverName, verdict: undefined };
    if (against !== undefined) refused.push({ ...names, ...against });
    else
      steps.push({
        id: String(steps.length + 1),
        action: 'validateDp',
        ...names,
        dp: dp.key,
        nalPath: dp.nalPath,
        siteCode: dp.siteCode,
        bytes: 0,
        sourceDp: '',
        before: { state: undefined, sourceVersion: undefined, lastRefreshTime: undefined },
        truth: 'v_DistributionPointInfo and the cycle marks of the DP',
        instead: 'Single packages are checked one by one, which takes longer for a whole DP.',
        reaches: [],
        reason: `smsdpmon.exe reads and hashes all content on the DP. ${lengthWords(frame.cycles.get(dp.key))}`,
        cautions: cautionsOf(dp),
      });
  }
  return planOf('validateDp', steps, refused, { ...frame, notes: notesOf(steps, frame), lines: [] });
};

const lengthWords = (marks: DpCycles | undefined): string => {
  const length = cycleLength(marks);
  if (length === undefined) return 'How long that takes there is not known.';
  return `Its last cycle took ${finishedCycle(marks)?.startEstimated === true ? 'about ' : ''}${hoursText(length)}.`;
};

const refusalOf = (dp: DistributionPoint, { validating }: Validating): Refusal | undefined => {
  if (dp.isCloud) return { rule: 'cloudDp', reason: 'A cloud DP has no content validation.' };
  if (validating.has(dp.key))
    return { rule: 'validationRunning', reason: 'Content validation runs on this DP now.' };
  return undefined;
};

const cautionsOf = (dp: DistributionPoint): readonly string[] => [
  ...(dp.isPullDp === true ? ['Pull DP: what it has not fetched yet is not validated.'] : []),
  ...(dp.validates === false
    ? [
        "Content validation is off in this DP's properties: it has no scheduled task, so smsdpmon.exe is started once.",
      ]
    : []),
  ...(dp.isSiteServer === true
    ? [
        'On a site server only its scheduled task is sure to be found: where smsdpmon.exe is there is not documented.',
        "Its library is the site's own: what is found bad there is not mended by redistributing, but by updating the package.",
      ]
    : []),
  ...(dp.isSiteServer === undefined
    ? ['It is not known whether this DP is on a site server, where smsdpmon.exe may be elsewhere.']
    : []),
];

const notesOf = (steps: readonly PlanStep[], { caps, cycles }: Frame): readonly string[] => {
  if (steps.length === 0) return [];
  const atOnce = caps.dpsAtOnce ?? steps.length;
  const lengths = steps.map(({ dp }) => (dp === '' ? undefined : cycleLength(cycles.get(dp))));
  const { known, unknown } = validationsLength(lengths, atOnce, (caps.spreadMinutes ?? 0) * 60_000);
  const spread = caps.spreadMinutes ?? 0;
  return [
    [
      ...(atOnce < steps.length ? [`At most ${atOnce} distribution points validate at once`] : []),
      ...(spread > 0 && steps.length > 1 ? [`${spread} minutes lie between two starts`] : []),
      ...(known === undefined ? [] : [`by their last cycles all are through in about ${hoursText(known)}`]),
      ...(unknown > 0 ? [`of ${unknown} it is not known how long they take`] : []),
    ].join('; '),
    'What has begun cannot be cancelled: there is no documented way to end smsdpmon.exe. What waits can be.',
  ].filter((note) => note !== '');
};
