import { l10n, ThemeColor } from 'vscode';
import type { Tally } from '../../core/reconcile/tally';
import { standingOf, type Standing } from '../../core/siteTree/standing';

/** How a standing looks: a letter and words beside the colour, so that it never depends on colour alone. */
export interface StandingLook {
  readonly letter: string;
  readonly icon: string;
  readonly color: ThemeColor;
  readonly words: string;
}

export const standingLook = (standing: Standing): StandingLook => {
  switch (standing) {
    case 'problems':
      return {
        letter: 'P',
        icon: 'error',
        color: new ThemeColor('list.errorForeground'),
        words: l10n.t('Problems'),
      };
    case 'running':
      return { letter: 'R', icon: 'sync', color: new ThemeColor('charts.blue'), words: l10n.t('Running') };
    case 'stale':
      return {
        letter: 'S',
        icon: 'history',
        color: new ThemeColor('list.warningForeground'),
        words: l10n.t('Stale: validated too long ago'),
      };
    case 'unknown':
      return {
        letter: 'U',
        icon: 'question',
        color: new ThemeColor('descriptionForeground'),
        words: l10n.t('Unknown: not proved either way'),
      };
    case 'acknowledged':
      return {
        letter: 'A',
        icon: 'bell-slash',
        color: new ThemeColor('descriptionForeground'),
        words: l10n.t('Acknowledged: set aside by an admin'),
      };
    case 'validated':
      return {
        letter: 'V',
        icon: 'pass',
        color: new ThemeColor('testing.iconPassed'),
        words: l10n.t('Validated'),
      };
    case 'nothing':
      return {
        letter: '-',
        icon: 'circle-slash',
        color: new ThemeColor('disabledForeground'),
        words: l10n.t('Nothing to validate'),
      };
  }
};

/** `3 problems · 57 of 60 validated`: the standing's count, then what is proved of what is expected. */
export const tallyWords = (tally: Tally | undefined): string => {
  if (tally === undefined) return l10n.t('not read yet');
  if (tally.expected === 0) return l10n.t('no content');
  const worst = worstWords(tally);
  const proved = l10n.t('{0} of {1} validated', tally.validated, tally.expected - tally.nothing);
  return worst === undefined ? proved : `${worst} · ${proved}`;
};

const worstWords = (tally: Tally): string | undefined => {
  switch (standingOf(tally)) {
    case 'problems':
      return problemWords(tally.problems);
    case 'running':
      return l10n.t('{0} running', tally.running);
    case 'stale':
      return l10n.t('{0} stale', tally.stale);
    case 'unknown':
      return l10n.t('{0} unknown', tally.unknown);
    case 'acknowledged':
      return l10n.t('{0} acknowledged', tally.acknowledged);
    case 'validated':
    case 'nothing':
      return undefined;
  }
};

export const problemWords = (count: number): string =>
  count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', count);
