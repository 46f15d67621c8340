import { EventEmitter, l10n, Uri, workspace, type TextDocumentContentProvider } from 'vscode';
import { checkReadiness } from '../../app/checkReadiness';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import { goalsOf, type Goal } from '../../core/impact/goal';
import { needsReport } from '../../core/impact/needsReport';
import { readinessReport, type CheckedGoal } from '../../core/impact/readinessReport';

export const readinessScheme = 'configmgr-readiness';

/** What a document is about: whether a goal is ready, or who needs a package. */
type Subject =
  | { readonly site: string; readonly of: 'goal'; readonly kind: Goal['kind']; readonly id: string }
  | { readonly site: string; readonly of: 'package'; readonly id: string };

const uriOf = (name: string, subject: Subject): Uri =>
  Uri.from({ scheme: readinessScheme, path: `/${name}.md`, query: JSON.stringify(subject) });

export const readinessUri = (site: string, { kind, id }: Goal): Uri =>
  uriOf(l10n.t('Readiness of {0}', id), { site, of: 'goal', kind, id });

export const needsUri = (site: string, packageId: string): Uri =>
  uriOf(l10n.t('What needs {0}', packageId), { site, of: 'package', id: packageId });

/** Reports on readiness and needs as read-only documents; worked out again when the site was read again. */
export class ReadinessDocuments implements TextDocumentContentProvider {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly unregister: () => void;

  constructor(private readonly sites: KnownSites) {
    this.unregister = sites.onDidChange((_site, state, before) => {
      // Not at each change of a pair: a report asks for all pairs of many packages.
      if (state.summary?.readAt === before.summary?.readAt) return;
      for (const { uri } of workspace.textDocuments)
        if (uri.scheme === readinessScheme) this.changed.fire(uri);
    });
  }

  dispose(): void {
    this.unregister();
    this.changed.dispose();
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const subject = JSON.parse(query) as Subject;
    const site = this.sites.of(subject.site);
    const index = site?.session.state.index;
    if (site === undefined || index === undefined)
      return l10n.t('No site is connected, so nothing is known of {0}.', subject.id);
    if (subject.of === 'package') return needsReport(subject.id, index);
    const goal = goalOf(site, subject);
    if (goal === undefined) return l10n.t('The site has no {0} any more.', subject.id);
    const { signal } = new AbortController();
    return readinessReport(await checkReadiness(site, index, goal, () => undefined, signal), index);
  }
}

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
