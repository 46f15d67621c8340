import type { Draw } from '../draw';
import { Scribe, ThreadPool } from './scribe';
import type { ValidationTruth } from './siteTruth';

/** smsdpmon at work on a distribution point: packages, some in several threads at once. */
export const validate = (
  draw: Draw,
  began: number,
  dp: string,
  packageIds: readonly string[],
): { readonly log: Scribe; readonly validations: readonly ValidationTruth[] } => {
  const log = new Scribe(draw, 'SMS_Distribution_Point_Monitoring', 'smsdpmon.cpp');
  const pool = new ThreadPool(12_000);
  let at = began;
  const validations = packageIds.map((packageId): ValidationTruth => {
    at += draw.int(10, 20_000);
    const length = draw.int(10, 40_000);
    const messageId = draw.chance(0.1) ? undefined : draw.pick([2384, 2384, 2384, 2382, 2383] as const);
    const thread = pool.take(at, messageId === undefined ? Infinity : at + length);
    const culprits = messageId === 2382 || messageId === 2383 ? culpritsOf(draw, packageId, messageId) : [];
    log.say(at, thread, `Start to evaluate package '${packageId}' version 1 ...`);
    if (draw.chance(0.5)) log.say(at, thread, 'Report state message 0x4000094C to MP');
    for (const culprit of culprits) log.fail(at + 1, thread, culprit);
    const ended = messageId === undefined ? undefined : at + length;
    if (ended !== undefined && messageId !== undefined) {
      const code = messageId.toString(16).toUpperCase().padStart(7, '0');
      log.say(ended, thread, `Report state message 0x${messageId === 2384 ? '4' : 'C'}${code} to MP`);
    }
    return { dp, packageId, thread, began: at, ended, messageId, culprits };
  });
  log.say(at + 90_000, 4, 'Report state message 0x40000952 to MP');
  return { log, validations };
};

const culpritsOf = (draw: Draw, packageId: string, messageId: 2382 | 2383): readonly string[] =>
  messageId === 2382
    ? [`The hash of content file${String(draw.int(1, 9))}.cab is invalid: check failed`]
    : [
        'CContentValidator::Validate failed; 0x80070003',
        `Failed to evaluate package ${packageId}, Error code 0x80070003`,
      ];
