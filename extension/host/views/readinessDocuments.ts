import { EventEmitter, l10n, Uri, workspace, type TextDocumentContentProvider } from 'vscode';
import type { KnownSites } from '../../app/knownSites';
import type { Goal } from '../../core/impact/goal';

export const readinessScheme = 'configmgr-readiness';

/** What a document is about: whether a goal is ready, or who needs a package. */
export type Subject =
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
    // A chunk of its own: most windows never ask.
    const { readinessText } = await import('./readinessText.js');
    return readinessText(this.sites.of(subject.site), subject);
  }
}
