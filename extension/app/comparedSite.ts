import { scopeWords } from '../core/reconcile/sourceWords';
import type { SiteIndex } from '../core/siteTree/siteIndex';
import type { SiteSession, OpenSite } from './siteSession';

/** What came of a read: what it gave, or why it gave nothing. */
export type Attempt<T> =
  { readonly kind: 'read'; readonly value: T } | { readonly kind: 'notRead'; readonly cause: string };

/** A connected site as comparisons read it. */
export interface ComparedSite {
  readonly session: Pick<SiteSession, 'site' | 'state'>;
  readonly site: OpenSite;
  readonly index: SiteIndex;
  /** All groups, members and their packages were read. */
  readonly groupsRead: boolean;
  /** A read that fails is told, not thrown; one that is cancelled is thrown. */
  attempt<T>(read: () => Promise<T>): Promise<Attempt<T>>;
}

/** Throws when no site is connected, or none was read yet. */
export const comparedSite = (
  session: Pick<SiteSession, 'site' | 'state'>,
  signal: AbortSignal,
): ComparedSite => {
  const { site, state } = session;
  if (site === undefined || state.index === undefined)
    throw new Error('The site has not been read yet. Wait for it, or refresh.');
  return {
    session,
    site,
    index: state.index,
    groupsRead: state.index.inventory.notRead?.includes('groups') !== true,
    attempt: async (read) => {
      try {
        return { kind: 'read', value: await read() };
      } catch (error) {
        signal.throwIfAborted();
        return { kind: 'notRead', cause: error instanceof Error ? error.message : String(error) };
      }
    },
  };
};

/** Said where groups decide and could not be read. */
export const groupsNotRead = ({ groupsRead }: ComparedSite): readonly string[] =>
  groupsRead ? [] : ['The site does not show all of its groups, their members or their packages.'];

/** Said where the roles of the account decide what is compared. */
export const scopeNotes = ({ index }: ComparedSite): readonly string[] => {
  const words = scopeWords(index.inventory.scoped);
  return words === undefined ? [] : [words];
};
