import { l10n } from 'vscode';
import { checkReadiness } from '../../app/checkReadiness';
import type { KnownSite } from '../../app/knownSite';
import { goalsOf, type Goal } from '../../core/impact/goal';
import { needsReport } from '../../core/impact/needsReport';
import { readinessReport, type CheckedGoal } from '../../core/impact/readinessReport';
import type { Subject } from './readinessDocuments';

/** The report on a subject, as Markdown. */
export const readinessText = async (site: KnownSite | undefined, subject: Subject): Promise<string> => {
  const index = site?.session.state.index;
  if (site === undefined || index === undefined)
    return l10n.t('No site is connected, so nothing is known of {0}.', subject.id);
  if (subject.of === 'package') return needsReport(subject.id, index);
  const goal = goalOf(site, subject);
  if (goal === undefined) return l10n.t('The site has no {0} any more.', subject.id);
  const { signal } = new AbortController();
  return readinessReport(await checkReadiness(site, index, goal, () => undefined, signal), index);
};

const goalOf = (
  { session }: Pick<KnownSite, 'session'>,
  { kind, id }: Pick<Goal, 'kind' | 'id'>,
): Goal | undefined => {
  const { needs } = session.state.index?.inventory ?? {};
  return needs && goalsOf(needs).find((goal) => goal.kind === kind && goal.id === id);
};

/** The verdict in a notification's words. */
export const readinessMessage = ({ goal, readiness }: CheckedGoal): string => {
  const open = new Set(readiness.blocking.map(({ packageId }) => packageId)).size;
  switch (readiness.state) {
    case 'ready':
      return l10n.t('{0} is ready: its content is proved where its clients take it from.', goal.name);
    case 'notReady':
      return l10n.t('{0} is not ready: {1} of its packages block it.', goal.name, open);
    case 'unknown':
      return l10n.t(
        'Whether {0} is ready is not known: {1} of its packages are not proved.',
        goal.name,
        open,
      );
  }
};
