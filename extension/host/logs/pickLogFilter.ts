import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { SavedFilter } from '../../core/filter/savedFilter';
import { parseLogFilter } from '../../core/logs/view/logFilter';
import type { SavedFilters } from '../filters/savedFilters';

/** Questions that every log is asked. */
const builtIn: readonly SavedFilter[] = [
  { name: 'Errors and warnings', filter: 'severity:error,warning' },
  { name: 'Error codes', filter: '/0x8[0-9a-f]{7}/' },
  { name: 'Retries', filter: '/retry|restart time/' },
];

type Choice = QuickPickItem & { readonly does?: () => string | Promise<string | undefined> };

/** Offers filters for logs, those that come with the extension and those that were saved; undefined: none was chosen. */
export const pickLogFilter = async (saved: SavedFilters, typed: string): Promise<string | undefined> => {
  const item =
    (icon: string) =>
    ({ name, filter }: SavedFilter): Choice => ({
      label: `$(${icon}) ${name}`,
      description: filter,
      does: () => filter,
    });
  const heading = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator });
  const { all } = saved;
  const chosen = await window.showQuickPick<Choice>(
    [
      ...(all.length === 0 ? [] : [heading(l10n.t('Saved')), ...all.map(item('bookmark'))]),
      heading(l10n.t('Built in')),
      ...builtIn.map(item('filter')),
      ...(typed.trim() === ''
        ? []
        : [
            heading(''),
            {
              label: l10n.t('$(save) Save this filter…'),
              description: typed,
              does: () => save(saved, typed),
            },
          ]),
      ...(all.length === 0
        ? []
        : [{ label: l10n.t('$(trash) Delete a saved filter…'), does: () => deleteOne(saved) }]),
    ],
    { placeHolder: l10n.t('Filter to show'), matchOnDescription: true },
  );
  return chosen?.does?.();
};

/** @throws FilterError for a filter that does not parse */
const save = async (saved: SavedFilters, filter: string): Promise<undefined> => {
  parseLogFilter(filter);
  const name = await window.showInputBox({
    title: l10n.t('Save this filter'),
    prompt: filter,
    validateInput: (text) => (text.trim() === '' ? l10n.t('A name is needed.') : undefined),
  });
  if (name !== undefined && name.trim() !== '') await saved.save({ name: name.trim(), filter });
  return undefined;
};

const deleteOne = async (saved: SavedFilters): Promise<undefined> => {
  const items = saved.all.map((one) => ({ label: one.name, description: one.filter, one }));
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Saved filter to delete') });
  if (chosen !== undefined) await saved.delete(chosen.one);
  return undefined;
};
