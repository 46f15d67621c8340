import { statusMessageWords } from '../monitor/statusMessage';
import type { FinishedCycle } from './cycle';
import type { Evidence } from './evidence';
import { absence, type EvidenceKind } from './evidenceOf';

const mark = (
  messageId: number,
  time: number | undefined,
  recordId: string | undefined,
  text = '',
): readonly Evidence[] =>
  time === undefined
    ? []
    : [
        {
          source: `status message ${messageId}`,
          text: text === '' ? `${statusMessageWords(messageId)}.` : text,
          time,
          recordId,
          raw: undefined,
        },
      ];

/** Start and end of the last finished cycle of the DP. */
export const finishedCycle: EvidenceKind = (view) => {
  const { cycle } = view;
  if (cycle === undefined)
    return absence(view, ['messages'], 'status message 2386', 'No finished cycle of this DP is kept.');
  return cycleMarks(cycle);
};

export const cycleMarks = (cycle: FinishedCycle): readonly Evidence[] => {
  const start = cycle.startEstimated
    ? mark(
        2380,
        cycle.start,
        undefined,
        'The last finished cycle began, start estimated: the first 2380-2385 of it.',
      )
    : mark(2393, cycle.start, cycle.records.startMark);
  return [...start, ...mark(2386, cycle.end, cycle.records.lastEnd)];
};

/** Marks of a cycle that has not ended. */
export const openCycle: EvidenceKind = ({ cycles }) => [
  ...mark(2388, cycles?.newestBroken, cycles?.records?.newestBroken),
  ...mark(2393, cycles?.newestStart, cycles?.records?.newestStart),
];

/** The oldest 2384 that the site still keeps: passes before it are gone. */
export const keptPasses: EvidenceKind = ({ site }) =>
  mark(2384, site.oldestPass, site.oldestPassRecord, 'The oldest 2384 of the site that is still kept.');

export const validationSetting: EvidenceKind = ({ dp }) =>
  dp === undefined
    ? []
    : [
        {
          source: 'v_DistributionPointInfo',
          text: dp.isCloud
            ? 'A cloud DP.'
            : `Content validation is ${dp.validates === true ? 'on' : 'off'}, schedule ${dp.validationSchedule ?? 'none'}.`,
          time: undefined,
          recordId: undefined,
          raw: dp.resourceType,
        },
      ];
