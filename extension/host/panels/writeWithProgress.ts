import { l10n, ProgressLocation, window } from 'vscode';
import type { PlanRun } from '../../app/planRun';
import type { StepOutcome } from '../../core/redistribute/plan';
import { outcomeWords, planTitle } from '../words/planWords';

/** Shows a plan being written, offers to stop it after the current step, and says what came of it. */
export const writeWithProgress = async (
  run: PlanRun,
  written: Promise<readonly StepOutcome[]>,
  showPlan: () => void,
): Promise<void> => {
  const { length } = run.plan.steps;
  const outcomes = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: planTitle(run.plan.purpose),
      cancellable: true,
    },
    (progress, token) => {
      token.onCancellationRequested(() => run.stop());
      let told = 0;
      const unregister = run.onDidChange(() => {
        const done = run.state.outcomes.filter(isSettled).length;
        if (done === told) return;
        progress.report({
          increment: ((done - told) / length) * 100,
          message:
            run.state.phase === 'stopping'
              ? l10n.t('{0} of {1}, stopping after this step', done, length)
              : l10n.t('{0} of {1}', done, length),
        });
        told = done;
      });
      return written.finally(unregister);
    },
  );
  const message = l10n.t('The site was asked: {0}.', outcomeWords(outcomes));
  const show = l10n.t('Show Plan');
  const allAccepted = outcomes.every(({ kind }) => kind === 'accepted');
  const chosen = await (allAccepted
    ? window.showInformationMessage(message, show)
    : window.showWarningMessage(message, show));
  if (chosen === show) showPlan();
};

const isSettled = ({ kind }: StepOutcome): boolean => kind !== 'waiting' && kind !== 'writing';
