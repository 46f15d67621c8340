import type { Browser } from 'playwright-core';
import * as protocol from '../../../extension/protocol/cleanupPage';
import { openPage, type FakeOptions, type FakeVsCode } from './fakeVsCode';

/** The page of a reviewed cleanup, told what to show. */
export interface OpenCleanupPage extends FakeVsCode {
  readonly acted: readonly { readonly action: protocol.CleanupAction; readonly ids: readonly string[] }[];
  readonly agreed: readonly { readonly ids: readonly string[]; readonly isAgreed: boolean }[];
  readonly tell: (state: protocol.CleanupState) => void;
}

export const openCleanupPage = async (
  browser: Browser,
  first: protocol.CleanupState,
  rows: protocol.CleanupPage,
  options: FakeOptions = {},
): Promise<OpenCleanupPage> => {
  let state = first;
  const acted: { action: protocol.CleanupAction; ids: readonly string[] }[] = [];
  const agreed: { ids: readonly string[]; isAgreed: boolean }[] = [];
  const fake = await openPage(
    browser,
    'cleanup',
    (endpoint) => {
      endpoint.handle(protocol.cleanupState, () => state);
      endpoint.handle(protocol.cleanupPage, () => rows);
      endpoint.handle(protocol.cleanupRefresh, () => undefined);
      endpoint.handle(protocol.cleanupLinesRead, ({ isRead }) => {
        state = { ...state, linesRead: isRead };
        endpoint.notify(protocol.cleanupChanged, { revision: state.revision });
        return undefined;
      });
      endpoint.handle(protocol.cleanupAgree, (asked) => {
        agreed.push(asked);
        return undefined;
      });
      endpoint.handle(protocol.cleanupAct, (asked) => {
        acted.push(asked);
        return undefined;
      });
    },
    options,
  );
  return {
    ...fake,
    acted,
    agreed,
    tell: (next) => {
      state = next;
      fake.endpoint.notify(protocol.cleanupChanged, { revision: next.revision });
    },
  };
};
