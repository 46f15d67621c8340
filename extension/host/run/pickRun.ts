import { l10n, window } from 'vscode';
import type { ListedRun } from '../../app/run/listRuns';
import type { WindowRuns } from './windowRuns';

export type PickedRun = Extract<ListedRun, { kind: 'run' }> & { readonly ofDemo: boolean };

/** Asks for one of the runs that fit, newest first; undefined when there is none, or none was picked. */
export const pickRun = async (
  runs: WindowRuns,
  fits: (run: PickedRun) => boolean = () => true,
): Promise<PickedRun | undefined> => {
  const found = (await allRuns(runs)).filter(fits);
  if (found.length === 0) {
    void window.showInformationMessage(l10n.t('There is no such run.'));
    return undefined;
  }
  const { runWords } = await import('../../core/run/fateWords.js');
  const choices = found.map((run) => ({
    label: run.id,
    description: new Date(run.state.startedAt).toLocaleString(),
    detail: runWords(run.state),
    run,
  }));
  return (await window.showQuickPick(choices, { placeHolder: l10n.t('Run') }))?.run;
};

/** What the journals of this window and of the user tell. */
export const allRuns = async (runs: WindowRuns): Promise<readonly PickedRun[]> => {
  const { listRuns } = await import('../../app/run/listRuns.js');
  const found = await Promise.all(
    [false, true].map(async (ofDemo) =>
      (await listRuns(await runs.journals(ofDemo))).flatMap((run) =>
        run.kind === 'run' ? [{ ...run, ofDemo }] : [],
      ),
    ),
  );
  return found.flat().sort((a, b) => b.state.startedAt - a.state.startedAt);
};

/** It was left before its end, and nobody is at it. */
export const isLeft = ({ owner, state }: PickedRun): boolean =>
  owner === undefined && state.phase !== 'ended';
