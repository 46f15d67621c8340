import type { DpKey } from '../content/nalPath';
import type { PairId } from '../reconcile/pairId';
import type { PlanFactSource } from './planFactSource';
import type { DpSample } from './suspicion';
import type { Troubles } from './troubles';

/** The instance that would be written, as it is at the moment of planning. Raw codes, times UTC epoch ms. */
export interface PairNow {
  /** By the DP's current NAL path and the site code of the finding; undefined: there is none. */
  readonly target:
    { readonly status: number | undefined; readonly lastRefresh: number | undefined } | undefined;
  /** State of v_PackageStatusDistPointsSumm. */
  readonly state: number | undefined;
  /** Jobs that have not come to an end. */
  readonly openJobs: number;
}

export interface PackageNow {
  readonly sourceVersion: number | undefined;
  /** 0 none, 1 update, 2 add, 3 delete. */
  readonly actionInProgress: number | undefined;
  readonly sourceDate: number | undefined;
  /** v_PackageStatus.Status of the site's own copies (5 failed); empty: no row. */
  readonly siteCopies: readonly number[];
}

/** A DP as something that content is sent to. undefined was not read. */
export interface PlaceNow {
  readonly inMaintenance: boolean | undefined;
  readonly openJobs: number | undefined;
  /** Bytes free on all drives together. */
  readonly free: number | undefined;
  /** What v_SiteSystemSummarizer says; undefined: nothing. */
  readonly down: { readonly state: number | undefined; readonly since: number } | undefined;
  /** Of a pull DP. */
  readonly sources: readonly DpKey[];
  readonly limitsRate: boolean | undefined;
  readonly hasSchedule: boolean | undefined;
  /** Percent of the line by hour of the day, 24 numbers, where they could be read. */
  readonly rates: readonly number[] | undefined;
  /** Hours in which all content may be sent, 7 x 24 from Sunday on, where they could be read. */
  readonly openHours: readonly boolean[] | undefined;
  /** Bytes per second that finished jobs reached, newest first. */
  readonly speeds: readonly number[];
}

/** What a plan needs beyond findings and inventory, read at once when it is made. */
export interface PlanFacts {
  readonly pairs: ReadonlyMap<PairId, PairNow>;
  readonly packages: ReadonlyMap<string, PackageNow>;
  readonly places: ReadonlyMap<DpKey, PlaceNow>;
  /** Whether a source DP has a package installed; a pair that is not in it is not known. */
  readonly onSources: ReadonlyMap<PairId, boolean>;
  readonly troubles: Troubles;
  /** Of DPs whose last cycle is suspect. */
  readonly samples: ReadonlyMap<DpKey, DpSample>;
  readonly notRead: ReadonlySet<PlanFactSource>;
}
