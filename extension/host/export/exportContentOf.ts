import { l10n, window, type QuickPickItem } from 'vscode';
import type { ExportWanted } from '../../app/exportFindings';
import { exportFormats, formatNames, type ExportFormat } from '../../core/export/formats';
import { unprovedFilter } from '../../core/filter/savedFilter';
import type { FindingsView } from '../../core/reconcile/findingRow';
import type { ConnectedSite } from '../commands/connected';
import { exportToFile } from './exportToFile';

/**
 * Asks what, in which format and with which names, and writes it.
 * @param shown what the page of the site shows; undefined while none is open
 */
export const exportContentOf = async (
  chosen: ConnectedSite,
  shown: FindingsView | undefined,
): Promise<void> => {
  const wanted = await pickScope(chosen, shown);
  if (wanted === undefined) return;
  const format = await pickFormat();
  if (format === undefined) return;
  const redact = await pickNames();
  if (redact === undefined) return;
  await exportToFile(chosen, { ...wanted, format, redact });
};

type Choice<T> = QuickPickItem & { readonly value: T };

const worstFirst = { column: 'state', descending: false } as const;

const pickScope = async (
  { known, site }: ConnectedSite,
  shown: FindingsView | undefined,
): Promise<ExportWanted | undefined> => {
  const findings: FindingsView = { filter: unprovedFilter, sort: worstFirst };
  const countOf = async (view: FindingsView): Promise<string> => {
    const { total } = await site.findings.page(view, 0, 0, new AbortController().signal);
    return l10n.t('{0} rows', total);
  };
  const choices: readonly Choice<ExportWanted>[] = [
    ...(shown === undefined
      ? []
      : [
          {
            label: l10n.t('Rows of the page'),
            description: await countOf(shown),
            detail: shown.filter,
            value: { view: shown, everyPair: false },
          },
        ]),
    {
      label: l10n.t('All findings'),
      description: await countOf(findings),
      detail: l10n.t('What needs repair or a decision, is on its way, or is not proved either way'),
      value: { view: findings, everyPair: false },
    },
    {
      label: l10n.t('Every expected pair'),
      description: l10n.t('{0} rows', known.session.state.summary?.site.expected ?? 0),
      detail: l10n.t('Also what is validated; the site is asked for it now'),
      value: { view: { filter: '', sort: worstFirst }, everyPair: true },
    },
  ];
  return (await window.showQuickPick(choices, { placeHolder: l10n.t('Export (1/3): what') }))?.value;
};

const pickFormat = async (): Promise<ExportFormat | undefined> => {
  const details: Readonly<Record<ExportFormat, string>> = {
    csv: l10n.t('For a spreadsheet; nothing in it runs as a formula'),
    json: l10n.t('For a program, with all evidence'),
    markdown: l10n.t('A table for a ticket or a wiki'),
    html: l10n.t('One file to look at, send and print, with all evidence'),
  };
  const choices = exportFormats.map((value): Choice<ExportFormat> => ({
    label: formatNames[value].name,
    detail: details[value],
    value,
  }));
  return (await window.showQuickPick(choices, { placeHolder: l10n.t('Export (2/3): format') }))?.value;
};

const pickNames = async (): Promise<boolean | undefined> => {
  const choices: readonly Choice<boolean>[] = [
    { label: l10n.t('Names as they are'), value: false },
    {
      label: l10n.t('Other names for servers and domains'),
      detail: l10n.t('dp-001.example and so on, the same for the same server; package names stay'),
      value: true,
    },
  ];
  return (await window.showQuickPick(choices, { placeHolder: l10n.t('Export (3/3): names') }))?.value;
};
