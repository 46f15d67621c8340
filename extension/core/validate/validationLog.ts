import type { LogLine } from '../logs/analyse/logLine';
import type { Validation, ValidationFacts } from '../logs/analyse/smsdpmon/validationFacts';
import type { ValidationLog } from './dpValidation';
import { validationIds } from './validationMessage';

const nothing = { validations: [], cycles: [], last: undefined } as const;

/** Lines without a time, or of a clock whose distance from UTC is not known, may be of another validation. */
const isSince = (line: LogLine | undefined, at: number): line is LogLine =>
  line !== undefined && line.utc >= Math.floor(at / 1000) * 1000;

/** What a log tells of the validation that was asked for at that time. */
export const validationLog = (
  file: string,
  facts: Pick<ValidationFacts, 'validations' | 'cycles' | 'last'> = nothing,
  at: number,
): ValidationLog => {
  const since = facts.validations.filter(({ began, ended }) => isSince(ended ?? began, at));
  const done = since.filter(({ messageId }) => messageId !== undefined);
  return {
    file,
    verified: done.filter(({ messageId }) => messageId === validationIds.verified).length,
    bad: done.filter(({ messageId }) => messageId !== validationIds.verified).map(badOf),
    current: since.findLast(({ messageId }) => messageId === undefined)?.packageId,
    isCompleted: facts.cycles.some(({ ended }) => isSince(ended, at)),
    lastSign: isSince(facts.last, at) ? facts.last.utc : undefined,
  };
};

const badOf = ({
  packageId = '',
  messageId = 0,
  ended,
  culprits,
}: Validation): ValidationLog['bad'][number] => ({
  packageId,
  messageId,
  time: ended?.utc ?? 0,
  culprits: culprits.map(({ text }) => text),
});
