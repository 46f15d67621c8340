import type { Browser } from 'playwright-core';
import { shownMismatches, type MismatchRow } from '../../../extension/core/library/mismatchRows';
import * as protocol from '../../../extension/protocol/libraryPage';
import { openPage, type FakeOptions, type FakeVsCode } from './fakeVsCode';

/** The page of content libraries, told what to show. */
export interface OpenLibrary extends FakeVsCode {
  readonly acted: readonly string[];
  readonly tell: (state: Partial<protocol.LibraryState>, rows?: readonly MismatchRow[]) => void;
}

export const openLibrary = async (
  browser: Browser,
  first: protocol.LibraryState,
  rows: readonly MismatchRow[],
  options: FakeOptions = {},
): Promise<OpenLibrary> => {
  let state = first;
  let all = rows;
  const acted: string[] = [];
  const note = (what: string): undefined => {
    acted.push(what);
    return undefined;
  };
  const fake = await openPage(
    browser,
    'library',
    (endpoint) => {
      endpoint.handle(protocol.libraryState, () => state);
      endpoint.handle(protocol.libraryPage, ({ view, offset, limit }) => {
        const shown = shownMismatches(all, view);
        return { total: shown.length, rows: shown.slice(offset, offset + limit) };
      });
      endpoint.handle(protocol.libraryAct, ({ action }) => note(action));
      endpoint.handle(protocol.libraryReveal, ({ id }) => note(`reveal ${id}`));
      endpoint.handle(protocol.libraryRepair, ({ ids }) => note(`repair ${ids.join(' ')}`));
    },
    options,
  );
  return {
    ...fake,
    acted,
    tell: (next, others = all) => {
      all = others;
      state = { ...state, ...next, revision: state.revision + 1 };
      fake.endpoint.notify(protocol.libraryChanged, { revision: state.revision });
    },
  };
};
