import { failIds, isAboutValidation, passId, removedId } from '../reconcile/messageIds';
import { validationNews } from '../validate/validationNews';
import { effectSeen } from './decideEffect';
import type { Fate } from './fate';
import type { Answer } from './journalRecord';
import { listNews } from './listNews';
import { ended, quiet, type StepNews } from './news';
import { summaryState, targetDeleted, type PairProgress } from './pairProgress';
import { lastSign, newest } from './progressMessages';
import type { RunStep } from './runPlan';
import type { StepState } from './runState';
import { toldBy } from './toldBy';
import { transferNews, wasCancelled } from './transferNews';

/** How long to wait for what, in milliseconds of the site's time since its last sign of life. */
export interface Patience {
  /** For an effect of a write that got no answer. */
  readonly effect: number;
  readonly arrival: number;
  readonly validation: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** The site itself retries each half hour, and a validation may queue behind a run over the whole DP. */
export const patience: Patience = { effect: 10 * minute, arrival: 24 * hour, validation: 8 * hour };

const azure = '|windows azure';

/** What follows from a read of the site, or from nothing but the answer of a write (`progress` undefined). */
export const stepNews = (
  step: RunStep,
  state: StepState,
  progress: PairProgress | undefined,
  now: number,
  limits: Patience,
): StepNews => {
  switch (state.phase) {
    case 'waiting':
    case 'ended':
      return quiet;
    case 'asked': {
      if (state.answer?.kind === 'refused') return ended({ kind: 'failed', cause: state.answer.cause });
      if (progress === undefined) return quiet;
      const evidence = effectSeen(step, state.at, state.before, progress);
      if (evidence !== undefined) return { kind: 'effect', evidence };
      if (now - state.at < limits.effect) return quiet;
      return ended(withoutEffect(state.answer));
    }
    case 'followed':
      return followed(step, state, progress, now, limits);
    case 'arrived':
      return (progress && validated(progress, state.arrivedAt)) ?? quiet;
    case 'verifying': {
      if (progress === undefined) return quiet;
      const result = validated(progress, state.askedAt);
      if (result !== undefined) return result;
      if (state.answer?.kind !== 'accepted' && !hasBegun(progress, state.askedAt)) {
        const { answer } = state;
        return answer?.kind === 'refused' || now - state.askedAt >= limits.effect
          ? ended({
              kind: 'notProved',
              cause: `The content arrived (${state.evidence}), but its validation could not be asked for. ${answer?.cause ?? 'No answer is known.'}`,
            })
          : quiet;
      }
      if (now - lastSign(progress, state.askedAt) < limits.validation) return quiet;
      return ended({
        kind: 'notProved',
        cause: `The content arrived (${state.evidence}), but its validation gave no result in time.`,
      });
    }
  }
};

const withoutEffect = (answer: Answer | undefined): Fate =>
  answer?.kind === 'failed'
    ? { kind: 'failed', cause: `${answer.cause} The site shows no effect of it.` }
    : {
        kind: 'unsure',
        cause: [
          'No answer to this write is known, and the site shows no effect of it.',
          ...(answer?.kind === 'none' ? [answer.cause] : []),
          'Look at the pair before you plan it again.',
        ].join(' '),
      };

const hasBegun = (progress: PairProgress, at: number): boolean =>
  newest(progress, at, isAboutValidation) !== undefined;

const followed = (
  step: RunStep,
  { at, before, isCancelled }: StepState & { readonly phase: 'followed' },
  progress: PairProgress | undefined,
  now: number,
  limits: Patience,
): StepNews => {
  if (step.action === 'cancel') return ended({ kind: 'accepted', cause: cancelNote });
  if (step.action === 'validateDp')
    return progress?.validation === undefined
      ? quiet
      : validationNews(progress.validation, at, now, limits.validation);
  if (progress === undefined) return quiet;
  const unless = (limit: number, what: string): StepNews | undefined =>
    now - lastSign(progress, at) < limit
      ? undefined
      : ended({ kind: 'notProved', cause: `${what} in time.`, timedOut: true });
  switch (step.action) {
    // Of these the DP itself tells (app/library/repair).
    case 'quarantine':
    case 'restore':
      return quiet;
    case 'checkLists':
      return (
        listNews(progress, at) ?? unless(limits.validation, 'smsdpmon said nothing of the lists') ?? quiet
      );
    case 'validate':
      return validated(progress, at) ?? unless(limits.validation, 'The validation gave no result') ?? quiet;
    case 'updateContent':
      return (
        updated(progress, before.sourceVersion) ??
        unless(limits.arrival, 'The site did not raise the source version') ??
        quiet
      );
    case 'remove':
      return (
        removed(progress, at) ??
        unless(
          limits.arrival,
          typeof progress.target === 'object' && progress.target.status === targetDeleted
            ? 'The removal has begun, and did not end'
            : 'The removal did not begin',
        ) ??
        quiet
      );
    case 'redistribute':
    case 'distribute': {
      if (isCancelled === true && wasCancelled(progress, at))
        return ended({ kind: 'notProved', cause: 'Cancelled by this run.' });
      const news = transferNews(progress, at, step.dp.endsWith(azure));
      return news.kind === 'none' ? (unless(limits.arrival, 'The content did not arrive') ?? news) : news;
    }
  }
};

const updated = (progress: PairProgress, before: number | undefined): StepNews | undefined => {
  const version = progress.package?.sourceVersion;
  return version !== undefined && before !== undefined && version > before
    ? ended({
        kind: 'accepted',
        cause: `The source was read again: version ${version}, which now goes to all DPs of the package.`,
      })
    : undefined;
};

const removed = (progress: PairProgress, at: number): StepNews | undefined => {
  const message = newest(progress, at, (id) => id === removedId);
  if (message !== undefined) return ended({ kind: 'accepted', cause: `Removed (${toldBy(message)}).` });
  if (progress.target === 'none') return ended({ kind: 'accepted', cause: 'Removed: the target is gone.' });
  return progress.summary?.state === summaryState.removalFailed
    ? ended({ kind: 'failed', cause: 'The removal failed (state 6).' })
    : undefined;
};

export const cancelNote =
  'The site accepted it. It ignores a cancel near the end of a transfer, and for a DP on the site server.';

/** What a single-package validation found since then. */
const validated = (progress: PairProgress, at: number): StepNews | undefined => {
  const result = newest(progress, at, (id) => id === passId || failIds.has(id));
  if (result === undefined) return undefined;
  return result.messageId === passId
    ? ended({ kind: 'repaired', cause: `Proved by a validation (${toldBy(result)}).` })
    : ended({ kind: 'failed', cause: `The validation failed: ${toldBy(result)}.` });
};

/** How a step ends whose site cannot be read any more. */
export const unreadFate = (state: StepState): Fate =>
  state.phase === 'asked'
    ? { kind: 'unsure', cause: 'No answer to this write is known, and the site could not be read since.' }
    : { kind: 'notProved', cause: 'The site took it, and could not be read since.' };
