import type { PairView } from '../pairView';
import type { FactSource } from '../siteFacts';
import type { Verdict } from '../verdict';

/** A verdict with the sentence that says why, and the time of the fact that decided (UTC epoch ms). */
export interface Decision {
  readonly kind: 'fits';
  readonly verdict: Verdict;
  readonly reason: string;
  readonly since: number | undefined;
}

/** What one rule says of a pair. `unread`: it could still fit, but a fact that it needs was not read. */
export type Ruling =
  Decision | { readonly kind: 'no' } | { readonly kind: 'unread'; readonly sources: readonly FactSource[] };

/** One line of the table of verdicts. */
export type Rule = (view: PairView) => Ruling;

export const no: Ruling = { kind: 'no' };

export const fits = (verdict: Verdict, reason: string, since?: number): Ruling => ({
  kind: 'fits',
  verdict,
  reason,
  since,
});

/** A rule that does not fit by what was read; it stays open while one of the sources that it needs was not. */
export const noUnlessUnread = (view: PairView, ...needed: readonly FactSource[]): Ruling => {
  const sources = needed.filter((source) => !wasRead(view, source));
  return sources.length === 0 ? no : { kind: 'unread', sources };
};

/** A ruling that a newer pass, known only to a source that was not read, would overturn. */
export const unlessUnread = (view: PairView, source: FactSource, ruling: Ruling): Ruling =>
  wasRead(view, source) ? ruling : { kind: 'unread', sources: [source] };

/** Whether what a source does not say of the pair is not so. */
export const wasRead = (view: PairView, source: FactSource): boolean =>
  !view.site.notRead.has(source) && (view.site.scoped?.has(source) !== true || isShown(view, source));

/** Roles show a row or not. Of sources with several rows for a pair, one that is shown does not prove the others. */
const isShown = ({ pair, dp, package: content }: PairView, source: FactSource): boolean => {
  switch (source) {
    case 'targets':
      return pair.target !== undefined;
    case 'distributionPoints':
      return dp !== undefined;
    case 'packages':
    case 'predefinedPackages':
      return content !== undefined;
    case 'contents':
      return pair.hasContent === true;
    case 'summaries':
      return pair.summary !== undefined;
    case 'statuses':
      return pair.status !== undefined;
    case 'contentStates':
      return pair.stateGroup !== undefined;
    case 'validatedVersions':
      return pair.validated !== undefined;
    case 'groups':
    case 'sizes':
    case 'jobs':
    case 'messages':
      return false;
  }
};
