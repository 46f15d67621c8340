import type { IndexedRecord } from '../../core/logs/index/logIndex';
import { TimeOrder } from '../../core/logs/view/timeOrder';
import type { LogPart } from './logPart';

/** Records of one log. */
export interface Records {
  /** Oldest first; the last one is written to. */
  readonly parts: readonly LogPart[];
  readonly length: number;
  at(record: number): IndexedRecord | undefined;
  locate(record: number): { readonly part: LogPart; readonly record: number } | undefined;
}

/** A log as one of those that a view shows. */
export interface OrderedLog {
  readonly name: string;
  readonly records: Records;
  /** Milliseconds to add to local time for UTC, for records that do not tell. */
  readonly distance: number;
}

/** All records of a view by position: those of one log as they stand there, those of several by time. */
export class RecordOrder {
  length = 0;
  private readonly byTime: TimeOrder | undefined;

  constructor(readonly logs: readonly OrderedLog[]) {
    if (logs.length > 1) this.byTime = new TimeOrder(logs.map(timed));
  }

  logAt(position: number): number {
    return this.byTime?.logAt(position) ?? 0;
  }

  recordAt(position: number): number {
    return this.byTime?.recordAt(position) ?? position;
  }

  positionOf(log: number, record: number): number {
    return this.byTime?.positionOf(log, record) ?? Math.min(record, this.length);
  }

  /** Takes in what has changed, from which record on of each log. Positions before the result mean what they did. */
  update(changedFrom: readonly number[]): number {
    const before = this.length;
    const kept = this.byTime?.update(changedFrom) ?? Math.min(before, changedFrom[0] ?? 0);
    this.length = this.byTime?.length ?? this.logs[0]?.records.length ?? 0;
    return Math.min(kept, before);
  }
}

const timed = ({ records, distance }: OrderedLog) => ({
  get length(): number {
    return records.length;
  },
  time: (number: number): number => {
    const record = records.at(number);
    if (record === undefined) return NaN;
    return Number.isNaN(record.utc) ? record.time + distance : record.utc;
  },
});
