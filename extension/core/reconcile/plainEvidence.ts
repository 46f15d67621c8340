import { statusMessageWords } from '../monitor/statusMessage';
import { finishedCycle, type DpCycles } from './cycle';
import { cycleMarks } from './cycleEvidence';
import type { Evidence } from './evidence';
import { passId } from './messageIds';
import type { PlainPass } from './plainlyValidated';

/** What a plainly validated pair rests on. */
export const plainEvidence = (
  { status, validatedVersion }: PlainPass,
  cycles: DpCycles | undefined,
): readonly Evidence[] => {
  const cycle = finishedCycle(cycles);
  return [
    ...(status === undefined
      ? []
      : [fact('vSMS_DistributionDPStatus', `${statusMessageWords(passId)}.`, status, 'MessageState 1')]),
    ...(validatedVersion === undefined
      ? []
      : [
          fact(
            'v_ContentDistributionVersions',
            'Verified: ValidatedVersionTime.',
            validatedVersion,
            undefined,
          ),
        ]),
    ...(cycle === undefined ? [] : cycleMarks(cycle)),
  ];
};

const fact = (source: string, text: string, time: number, raw: string | undefined): Evidence => ({
  source,
  text,
  time,
  recordId: undefined,
  raw,
});
