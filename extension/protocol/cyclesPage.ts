import type { CycleReport } from '../core/validate/cycleReport';
import { defineNotification, defineRequest } from './requestType';
import { isNothing, isOneOf, isRecordOf, isText } from './shape';

/** The validation cycles of a site's DPs, a row a DP. */
export interface CyclesState {
  /** undefined: no site is connected. */
  readonly site: { readonly code: string; readonly name: string } | undefined;
  /** The site's time of the last whole read, UTC epoch milliseconds; undefined before the first. */
  readonly readAt: number | undefined;
  /** The site's time now, to say ages by. */
  readonly now: number;
  readonly loading: boolean;
  /** Why what is shown is not fresh: the last read's error with the action to take. */
  readonly stale: string | undefined;
  readonly rows: readonly CycleReport[];
}

export const cyclesActions = ['missing', 'reveal'] as const;
export type CyclesAction = (typeof cyclesActions)[number];

export const cyclesState = defineRequest<CyclesState>()('cycles/state', isNothing);

/** Shows the missing content of a DP, or the DP in the tree. @param dp its key */
export const cyclesAct = defineRequest<undefined>()(
  'cycles/act',
  isRecordOf<{ action: CyclesAction; dp: string }>({ action: isOneOf(cyclesActions), dp: isText }),
);

/** Reads the site again, or connects to it. */
export const cyclesRefresh = defineRequest<undefined>()('cycles/refresh', isNothing);

export const cyclesChanged = defineNotification('cycles/changed', isNothing);

/** Puts a name in the filter: the user has asked for one DP elsewhere. */
export const cyclesShow = defineNotification(
  'cycles/show',
  isRecordOf<{ filter: string }>({ filter: isText }),
);
