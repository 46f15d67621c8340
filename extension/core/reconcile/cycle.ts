/** Marks of a DP's content validation, of component SMS_Distribution_Point_Monitoring. Times UTC epoch ms. */
export interface CycleMarks {
  /** Newest 2386: all content on the DP verified. It ends a cycle. */
  readonly lastEnd: number | undefined;
  /** The 2386 before. */
  readonly previousEnd: number | undefined;
  /** Latest 2393 (package list read) after the previous end and not after the last. */
  readonly startMark: number | undefined;
  /** Newest 2393 of all. */
  readonly newestStart: number | undefined;
  /** Newest 2388 of all: the DP's package lists disagree. It never counts as a finish. */
  readonly newestBroken: number | undefined;
  /** RecordIDs of these messages, as text. */
  readonly records?: MarkRecords;
}

export type MarkRecords = Readonly<
  Partial<Record<'lastEnd' | 'startMark' | 'newestStart' | 'newestBroken', string | undefined>>
>;

export interface DpCycles extends CycleMarks {
  /** Earliest 2380-2385 in the window of the last cycle: the start is estimated from it where the 2393 is lost. */
  readonly firstSeen: number | undefined;
  /** Results (2382-2385) in the window of the last cycle, and in the one before. undefined: not counted. */
  readonly results: number | undefined;
  readonly previousResults: number | undefined;
}

/** A cycle that ended. */
export interface FinishedCycle {
  /** undefined: its beginning is no longer kept. */
  readonly start: number | undefined;
  readonly startEstimated: boolean;
  /** The end of the cycle before is kept, so this one's beginning is kept too. */
  readonly windowKnown: boolean;
  readonly end: number;
  readonly records: MarkRecords;
}

export const finishedCycle = (cycles: DpCycles | undefined): FinishedCycle | undefined =>
  cycles?.lastEnd === undefined
    ? undefined
    : {
        start: cycles.startMark ?? cycles.firstSeen,
        startEstimated: cycles.startMark === undefined,
        windowKnown: cycles.startMark !== undefined || cycles.previousEnd !== undefined,
        end: cycles.lastEnd,
        records: cycles.records ?? {},
      };
