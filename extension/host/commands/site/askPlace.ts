import { l10n, window } from 'vscode';
import {
  parsePlace,
  placeExample,
  placeForm,
  placeText,
  type Place,
} from '../../../core/connection/placeText';
import type { Authentication, ConnectionProfile } from '../../../core/connection/profile';

/** The second step: server and database, with the account that reads. undefined: the user left. */
export const askPlace = async (
  authentication: Authentication,
  known: ConnectionProfile | undefined,
): Promise<Place | undefined> => {
  const problemOf = (text: string): string | undefined => {
    const place = parsePlace(text, authentication);
    return typeof place === 'string' ? place : undefined;
  };
  const text = await window.showInputBox({
    title: l10n.t('Connect to a Site (2/3): Site Database'),
    prompt: l10n.t('{0}; after the server may follow \\INSTANCE or ,port', placeForm(authentication)),
    placeHolder: placeExample(authentication),
    value: known === undefined ? '' : placeText(known),
    ignoreFocusOut: true,
    validateInput: problemOf,
  });
  const place = text === undefined ? undefined : parsePlace(text, authentication);
  if (typeof place === 'string') throw new Error(place);
  return place;
};
