import { l10n, window } from 'vscode';
import { findingFields } from '../../../core/filter/findingFields';
import { TreeFilter } from '../../../core/siteTree/treeFilter';
import type { Command } from '../command';

/** Asks for a filter in words or in the query language; a string argument sets it without asking. */
export const filter: Command = async ({ view }, [given]) => {
  const text =
    typeof given === 'string'
      ? given
      : await window.showInputBox({
          title: l10n.t('Filter Content'),
          prompt: l10n.t('Words, or fields: {0}', fieldNames),
          placeHolder: 'state:problems group:"Branch offices" size>1GB',
          value: view.filterText,
          validateInput: problemOf,
        });
  if (text !== undefined) view.setFilter(text);
};

const fieldNames = findingFields
  .map(({ name, kind }) => `${name}${kind === 'size' || kind === 'time' ? '>' : ':'}`)
  .join(' ');

const problemOf = (text: string): string | undefined => {
  try {
    new TreeFilter(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
