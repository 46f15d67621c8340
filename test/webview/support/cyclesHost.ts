import type { Browser } from 'playwright-core';
import * as protocol from '../../../extension/protocol/cyclesPage';
import { openPage, type FakeOptions, type FakeVsCode } from './fakeVsCode';

/** The page of validation cycles, told what to show. */
export interface OpenCycles extends FakeVsCode {
  readonly acted: readonly { readonly action: protocol.CyclesAction; readonly dp: string }[];
  readonly refreshes: () => number;
  readonly tell: (state: protocol.CyclesState) => void;
  /** Asks the page to show a DP, as the tree does. */
  readonly show: (filter: string) => void;
}

export const openCycles = async (
  browser: Browser,
  first: protocol.CyclesState,
  options: FakeOptions = {},
): Promise<OpenCycles> => {
  let state = first;
  let refreshes = 0;
  const acted: { action: protocol.CyclesAction; dp: string }[] = [];
  const fake = await openPage(
    browser,
    'cycles',
    (endpoint) => {
      endpoint.handle(protocol.cyclesState, () => state);
      endpoint.handle(protocol.cyclesAct, (asked) => {
        acted.push(asked);
        return undefined;
      });
      endpoint.handle(protocol.cyclesRefresh, () => {
        refreshes++;
        return undefined;
      });
    },
    options,
  );
  return {
    ...fake,
    acted,
    refreshes: () => refreshes,
    tell: (next) => {
      state = next;
      fake.endpoint.notify(protocol.cyclesChanged, undefined);
    },
    show: (filter) => fake.endpoint.notify(protocol.cyclesShow, { filter }),
  };
};
