const day = 24 * 60 * 60 * 1000;

/** Limits that a site's admins may change. Milliseconds. */
export interface ReconcileSettings {
  /** A distribution in which nothing changed for this long is stalled. */
  readonly stalledAfter: number;
  /** A pass older than this, and than twice the DP's validation schedule, is stale. */
  readonly staleAfter: number;
  /** Days To Keep of the status filter rule that stores validation messages (default rule: 30 days). */
  readonly messagesKept: number;
}

export const defaultSettings: ReconcileSettings = {
  stalledAfter: day,
  staleAfter: 30 * day,
  messagesKept: 30 * day,
};
