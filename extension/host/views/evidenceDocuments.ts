import { EventEmitter, l10n, Uri, workspace, type TextDocumentContentProvider } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import type { PairName } from '../../app/explainPairs';
import type { DpKey } from '../../core/content/nalPath';
import type { Package } from '../../core/content/package';
import { packageNote } from '../../core/content/packageNote';

export const evidenceScheme = 'configmgr-evidence';

interface EvidenceOf {
  readonly site: string;
  readonly packageId: string;
  readonly dp: DpKey;
}

/** Where the evidence of a pair can be read; `name` is what the editor's tab shows. */
export const evidenceUri = (name: string, site: string, packageId: string, dp: DpKey): Uri =>
  Uri.from({
    scheme: evidenceScheme,
    path: `/${name}.md`,
    query: JSON.stringify({ site, packageId, dp }),
  });

/** Evidence as a read-only document: selectable, searchable, readable by a screen reader. */
export class EvidenceDocuments implements TextDocumentContentProvider {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly unregister: () => void;

  constructor(private readonly sites: KnownSites) {
    this.unregister = sites.onDidChange((_site, state, before) => {
      if (state.summary === before.summary) return;
      for (const { uri } of workspace.textDocuments)
        if (uri.scheme === evidenceScheme) this.changed.fire(uri);
    });
  }

  dispose(): void {
    this.unregister();
    this.changed.dispose();
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const { site, packageId, dp } = JSON.parse(query) as EvidenceOf;
    const [text] = await evidenceTexts(this.sites.of(site), [{ packageId, dp }]);
    return text ?? l10n.t('Nothing is known of {0} on {1}: it is not expected there.', packageId, dp);
  }
}

/**
 * The verdicts on pairs with each fact that they rest on, as texts for a ticket; none for a pair that is not expected.
 * @throws SiteReadError
 */
export const evidenceTexts = async (
  known: KnownSite | undefined,
  pairs: readonly PairName[],
): Promise<readonly string[]> => {
  const { info, index } = known?.session.state ?? {};
  if (known === undefined || info === undefined || index === undefined) return [];
  // With them come the rules and the catalogue of status messages, which the start of a window does not need.
  const { explainPairs } = await import('../../app/explainPairs.js');
  const { ticketText } = await import('../../core/reconcile/ticketText.js');
  const explained = await explainPairs(known.session, pairs, new AbortController().signal);
  return explained.map(({ finding, explanation }) =>
    ticketText({
      finding,
      explanation,
      packageName: index.packageName(finding.packageId),
      packageNote: noteOf(index.packages.get(finding.packageId)),
      dpName: index.dpName(finding.dp),
      siteCode: info.siteCode,
      siteName: info.siteName,
    }),
  );
};

const noteOf = (content: Package | undefined): string | undefined => content && packageNote(content);
