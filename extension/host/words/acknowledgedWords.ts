import { l10n } from 'vscode';
import type { Acknowledgement } from '../../core/acknowledge/acknowledgement';
import { utcWords } from './timeWords';

export const acknowledgedUntil = ({ expires }: Acknowledgement): string =>
  expires === undefined ? l10n.t('without an end') : l10n.t('until {0}', utcWords(expires));
