import type { Browser } from 'playwright-core';
import { runRows, type StepNow } from '../../../extension/core/runView/runRow';
import { RunWatch } from '../../../extension/core/runView/runSummary';
import type { RunState } from '../../../extension/core/run/runState';
import * as protocol from '../../../extension/protocol/runPage';
import { openPage, type FakeOptions, type FakeVsCode } from './fakeVsCode';

/** A run as the page is told it. */
export interface ShownRun {
  readonly state: RunState;
  readonly progress: ReadonlyMap<string, StepNow>;
  readonly heldBy?: ReadonlyMap<string, string>;
  readonly left?: string;
  readonly now: number;
}

export interface OpenRun extends FakeVsCode {
  readonly acted: readonly protocol.RunPageAction[];
  /** Ids of steps that were to be cancelled. */
  readonly cancelled: readonly string[];
  /** The run has come this far. */
  readonly tell: (run: ShownRun) => void;
}

export const openRun = async (
  browser: Browser,
  first: ShownRun | undefined,
  options: FakeOptions = {},
): Promise<OpenRun> => {
  let shown = first;
  const watch = new RunWatch();
  const acted: protocol.RunPageAction[] = [];
  const cancelled: string[] = [];
  const fake = await openPage(
    browser,
    'run',
    (endpoint) => {
      endpoint.handle(protocol.runState, () =>
        shown === undefined
          ? undefined
          : watch.summary(
              'PS1-abc',
              shown.state,
              shown.progress,
              shown.heldBy ?? new Map(),
              shown.now,
              shown.left,
            ),
      );
      endpoint.handle(protocol.runPage, ({ view, offset, limit }) => {
        const rows = shown === undefined ? [] : runRows(shown.state, shown.progress, view);
        return { total: rows.length, rows: rows.slice(offset, offset + limit) };
      });
      endpoint.handle(protocol.runCancelSteps, ({ ids }) => {
        cancelled.push(...ids);
        return undefined;
      });
      endpoint.handle(protocol.runAct, ({ action }) => {
        acted.push(action);
        return undefined;
      });
    },
    options,
  );
  return {
    ...fake,
    acted,
    cancelled,
    tell: (next) => {
      shown = next;
      fake.endpoint.notify(protocol.runChanged, undefined);
    },
  };
};
