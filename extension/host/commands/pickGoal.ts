import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { goalsOf, type Goal } from '../../core/impact/goal';
import type { SiteNeeds } from '../../core/impact/siteNeeds';

type Choice = QuickPickItem & { readonly goal?: Goal };

/** Asks for a task sequence or a deployment; undefined when the user leaves. Throws when the site tells of none. */
export const pickGoal = async (needs: SiteNeeds | undefined): Promise<Goal | undefined> => {
  const goals = needs === undefined ? [] : goalsOf(needs);
  if (goals.length === 0)
    throw new Error(
      needs === undefined || needs.notRead.length > 0
        ? l10n.t(
            'Task sequences and deployments could not be read. Test the connection to see which views lack.',
          )
        : l10n.t('The site has no task sequences and no deployments of packages.'),
    );
  const section = (label: string, kind: Goal['kind']): readonly Choice[] => {
    const of = goals.filter((goal) => goal.kind === kind).map(choiceOf);
    return of.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...of];
  };
  const chosen = await window.showQuickPick<Choice>(
    [...section(l10n.t('Task sequences'), 'taskSequence'), ...section(l10n.t('Deployments'), 'deployment')],
    {
      placeHolder: l10n.t('Task sequence or deployment that is to go live'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  return chosen?.goal;
};

const choiceOf = (goal: Goal): Choice => ({
  label: goal.name,
  description: goal.id,
  ...(goal.kind === 'deployment' && { detail: goal.words }),
  goal,
});
