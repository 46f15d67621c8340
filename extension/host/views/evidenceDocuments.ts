import { EventEmitter, l10n, Uri, workspace, type TextDocumentContentProvider } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import { noSite } from '../../app/siteState';
import type { DpKey } from '../../core/content/nalPath';
import { explainedLines } from '../words/evidenceWords';
import { utcWords } from '../words/timeWords';

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
    path: `/${name}.txt`,
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

  provideTextDocumentContent({ query }: Uri): Promise<string> {
    const { site, packageId, dp } = JSON.parse(query) as EvidenceOf;
    return evidenceText(this.sites.of(site), packageId, dp);
  }
}

/** The verdict on a pair with each fact that it rests on, as text for a ticket. */
export const evidenceText = async (
  known: KnownSite | undefined,
  packageId: string,
  dp: DpKey,
): Promise<string> => {
  const { site, state } = known?.session ?? { site: undefined, state: noSite };
  if (site === undefined || state.summary === undefined)
    return l10n.t('No site is connected, so nothing is known of {0}.', packageId);
  const lines = await explainedLines(site, packageId, dp);
  return [
    l10n.t(
      '{0} ({1}) on {2}, site {3}, read {4}',
      state.index?.packageName(packageId) ?? '',
      packageId,
      state.index?.dpName(dp) ?? dp,
      site.connection.info.siteCode,
      utcWords(state.summary.readAt),
    ),
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n');
};
