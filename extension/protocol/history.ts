import type { DpKey } from '../core/content/nalPath';
import type { Snapshot } from '../core/history/snapshot';
import type { ComparedPage, Comparison, ToldSnapshot } from '../core/history/kept';
import type { Recollection } from '../ports/history';
import { defineNotification, defineRequest, trusted } from './requestType';

// Between the history worker and its client, which are one program. A site is named by the folder of its snapshots.

interface OfSite {
  readonly folder: string;
}

export const keepSnapshot = defineRequest<Recollection>()(
  'history/keep',
  trusted<OfSite & { readonly snapshot: Snapshot; readonly time: number }>(),
);

export const recallHistory = defineRequest<Recollection>()(
  'history/recall',
  trusted<OfSite & { readonly now: number }>(),
);

export const listSnapshots = defineRequest<readonly ToldSnapshot[]>()(
  'history/list',
  trusted<OfSite & { readonly dp: DpKey | undefined }>(),
);

export const compareSnapshots = defineRequest<ComparedPage>()(
  'history/compare',
  trusted<OfSite & { readonly comparison: Comparison; readonly offset: number; readonly limit: number }>(),
);

export const forgetSnapshots = defineRequest<undefined>()(
  'history/forget',
  trusted<OfSite & { readonly time: number }>(),
);

/** A file of a history cannot be used, and why. */
export const historyProblem = defineNotification('history/problem', trusted<{ readonly text: string }>());
