import type { FindingsScope, FindingsSummary } from '../ports/findings';
import type { SiteInfo } from '../ports/siteConnection';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import type { SiteIndex } from '../core/siteTree/siteIndex';

/** What a window knows of its site at a moment. */
export interface SiteState {
  readonly phase: 'none' | 'connecting' | 'connected';
  readonly info: SiteInfo | undefined;
  /** What the site has, known before its pairs are. */
  readonly index: SiteIndex | undefined;
  /** Facts and summary are of one read; undefined before the first that succeeded. */
  readonly facts: SiteFacts | undefined;
  readonly summary: FindingsSummary | undefined;
  /** What the newest read replaced, or could not; an empty scope is the whole site. */
  readonly touched: readonly FindingsScope[];
  readonly loading: boolean;
  /** Why the last connect or read gave nothing; what is shown besides is older. */
  readonly problem: Error | undefined;
}

export const noSite: SiteState = {
  phase: 'none',
  info: undefined,
  facts: undefined,
  index: undefined,
  summary: undefined,
  touched: [],
  loading: false,
  problem: undefined,
};
