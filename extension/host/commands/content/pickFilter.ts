import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { KnownSite } from '../../../app/knownSite';
import { findingFields } from '../../../core/filter/findingFields';
import { parseFilter } from '../../../core/filter/parse';
import { builtInFilters, type SavedFilter } from '../../../core/filter/savedFilter';
import type { Host } from '../../host';
import type { Command } from '../command';
import { siteOf } from '../connected';

interface Choice extends QuickPickItem {
  readonly does?: () => void | Promise<void>;
}

/** Offers the filters that come with the extension and those that the user has saved, to show, save and delete. */
export const pickFilter: Command = async (host, args) => {
  const site = siteOf(host, args) ?? host.connections.demo();
  const typed = filterOf(args) ?? host.missing.of(site)?.view?.filter ?? '';
  const chosen = await window.showQuickPick(choices(host, site, typed), {
    placeHolder: l10n.t('Filter to show'),
    matchOnDescription: true,
  });
  await chosen?.does?.();
};

/** What the page that started the command has in its box. */
const filterOf = ([first]: readonly unknown[]): string | undefined =>
  typeof first === 'object' && first !== null && 'filter' in first && typeof first.filter === 'string'
    ? first.filter
    : undefined;

const choices = (host: Host, site: KnownSite, typed: string): readonly Choice[] => {
  const { all } = host.filters;
  const shown =
    (icon: string) =>
    (saved: SavedFilter): Choice => ({
      label: `$(${icon}) ${saved.name}`,
      description: saved.filter,
      does: () => host.missing.show(site, saved.filter),
    });
  const heading = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator });
  return [
    ...(all.length === 0 ? [] : [heading(l10n.t('Saved')), ...all.map(shown('bookmark'))]),
    heading(l10n.t('Built in')),
    ...builtInFilters.map(shown('filter')),
    ...(typed.trim() === '' && all.length === 0 ? [] : [heading('')]),
    ...(typed.trim() === ''
      ? []
      : [{ label: l10n.t('$(save) Save this filter…'), description: typed, does: () => save(host, typed) }]),
    ...(all.length === 0
      ? []
      : [{ label: l10n.t('$(trash) Delete a saved filter…'), does: () => deleteOne(host) }]),
  ];
};

/** @throws FilterError for a filter that does not parse: nobody would find out later what was meant */
const save = async ({ filters }: Host, filter: string): Promise<void> => {
  parseFilter(filter, findingFields);
  const name = await window.showInputBox({
    title: l10n.t('Save this filter'),
    prompt: filter,
    placeHolder: l10n.t('Name, as in "Branch offices"'),
    validateInput: (text) => (text.trim() === '' ? l10n.t('A name is needed.') : undefined),
  });
  if (name === undefined || name.trim() === '') return;
  await filters.save({ name: name.trim(), filter });
  void window.setStatusBarMessage(l10n.t('Saved the filter as {0}.', name.trim()), 5_000);
};

const deleteOne = async ({ filters }: Host): Promise<void> => {
  const items = filters.all.map((saved) => ({ label: saved.name, description: saved.filter, saved }));
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Saved filter to delete') });
  if (chosen !== undefined) await filters.delete(chosen.saved);
};
