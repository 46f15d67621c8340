import { l10n } from 'vscode';
import { scopeWords } from '../../core/reconcile/sourceWords';
import type { KnownSite } from '../../app/knownSite';
import type { SiteState } from '../../app/siteState';
import { sumOfTallies } from '../../core/reconcile/tally';
import { tallyWords } from '../words/standingWords';
import { momentWords } from '../words/timeWords';

/** What the welcome content and the menus of the view depend on. */
export type ViewCondition = 'none' | 'connecting' | 'reading' | 'failed' | 'empty' | 'filteredOut' | 'shown';

/** @param isEmpty the tree has no entry, so that the welcome content stands in for it */
export const viewCondition = (
  states: readonly SiteState[],
  isEmpty: boolean,
  filtered: boolean,
): ViewCondition => {
  if (!isEmpty) return 'shown';
  if (states.some(({ index }) => index !== undefined)) return filtered ? 'filteredOut' : 'empty';
  if (states.some(({ problem }) => problem !== undefined)) return 'failed';
  if (states.some(({ phase }) => phase === 'connected')) return 'reading';
  return states.some(({ phase }) => phase === 'connecting') ? 'connecting' : 'none';
};

/** How the content of all sites stands, beside the view's title. */
export const summaryWords = (states: readonly SiteState[]): string => {
  const read = states.flatMap(({ summary }) => summary ?? []);
  if (read.length === 0) return '';
  const words = tallyWords(sumOfTallies(read.map(({ site }) => site)));
  const fresh = states.every(({ summary, problem }) => summary === undefined || problem === undefined);
  return fresh ? words : l10n.t('{0} · not fresh', words);
};

/** Older data stay on screen after an error, and say so. @param named several sites are shown */
export const staleWords = ({ name, session }: KnownSite, named: boolean): string | undefined => {
  const { site, state } = session;
  const { problem, summary, index } = state;
  if (problem === undefined || index === undefined || site === undefined) return undefined;
  const words =
    summary === undefined
      ? l10n.t('Validation states could not be read: {0}', problem.message)
      : l10n.t(
          'Not fresh, read {0}: {1}',
          momentWords(summary.readAt, site.connection.clock.now()),
          problem.message,
        );
  return named ? `${name}: ${words}` : words;
};

/** Of a site that is read by role: more may be there. @param named several sites are shown */
export const limitWords = ({ name, session }: KnownSite, named: boolean): string | undefined => {
  const words = scopeWords(session.state.index?.inventory.scoped);
  return words === undefined || !named ? words : `${name}: ${words}`;
};
