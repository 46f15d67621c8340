import type { RunRow, RunView } from '../core/runView/runRow';
import type { RunSummary } from '../core/runView/runSummary';
import { fateKinds } from '../core/run/fate';
import { defineNotification, defineRequest } from './requestType';
import { isCount, isListOf, isNothing, isOneOf, isRecordOf, isText } from './shape';

export interface RunRows {
  readonly total: number;
  readonly rows: readonly RunRow[];
}

/** undefined: the window was reloaded, and the run is left for whoever goes on with it. */
export const runState = defineRequest<RunSummary | undefined>()('run/state', isNothing);

const isView = isRecordOf<RunView>({
  standings: isListOf(isOneOf(['waiting', 'underWay', ...fateKinds]), 20),
  dp: isText,
});

export const runPage = defineRequest<RunRows>()(
  'run/page',
  isRecordOf<{ view: RunView; offset: number; limit: number }>({
    view: isView,
    offset: isCount,
    limit: isCount,
  }),
);

/**
 * `stop`: nothing more is begun. `cancel`: what is under way is cancelled at the site, too. `continue`: goes on with a
 * run that nobody works on.
 */
export const runActions = ['pause', 'resume', 'stop', 'cancel', 'continue', 'report'] as const;
export type RunPageAction = (typeof runActions)[number];

export const runAct = defineRequest<undefined>()(
  'run/act',
  isRecordOf<{ action: RunPageAction }>({ action: isOneOf(runActions) }),
);

/** Takes back the steps with these ids: what waits is skipped, what is under way is cancelled at the site. */
export const runCancelSteps = defineRequest<undefined>()(
  'run/cancelSteps',
  isRecordOf<{ ids: readonly string[] }>({ ids: isListOf(isText, 5_000) }),
);

export const runChanged = defineNotification('run/changed', isNothing);
