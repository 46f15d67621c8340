import { GrowingList } from './growingList';

/** A log as far as its place among others goes. */
export interface TimedLog {
  readonly length: number;
  /** UTC, milliseconds since 1970; NaN belongs to the record before. */
  time(record: number): number;
}

/**
 * Several logs in the order of time, kept in order as they grow. Within a log the order never changes, also where its
 * clock was put back; logs of the same time follow each other as given (as `mergeRecords`, which keeps no records).
 */
export class TimeOrder {
  private readonly logs: GrowingList;
  private readonly records: GrowingList;
  /** Of each log: when each record was written, never before the one ahead of it. */
  private readonly times: readonly GrowingList[];
  /** Of each log: its first record that has no place yet. */
  private readonly next: number[];

  constructor(private readonly given: readonly TimedLog[]) {
    this.logs = new GrowingList((length) => new Uint8Array(length));
    this.records = new GrowingList((length) => new Uint32Array(length));
    this.times = given.map(() => new GrowingList((length) => new Float64Array(length)));
    this.next = given.map(() => 0);
  }

  get length(): number {
    return this.logs.length;
  }

  logAt(position: number): number {
    return this.logs.at(position);
  }

  recordAt(position: number): number {
    return this.records.at(position);
  }

  /** The position of a record, or of the next one of its log that has one. */
  positionOf(log: number, record: number): number {
    let found = this.length;
    for (let position = this.length - 1; position >= 0; position--) {
      if (this.logs.at(position) !== log) continue;
      if (this.records.at(position) < record) break;
      found = position;
    }
    return found;
  }

  /**
   * Takes in what has changed: from which record on, of each log. Positions before the result mean what they did.
   */
  update(changedFrom: readonly number[]): number {
    changedFrom.forEach((from, log) => this.times[log]?.cut(from));
    let first = Infinity;
    this.given.forEach((log, number) => (first = Math.min(first, this.readTimes(log, number))));
    this.takeBack(first, changedFrom);
    const { length } = this;
    this.append();
    return length;
  }

  /** The earliest time that was not known before. */
  private readTimes(log: TimedLog, number: number): number {
    const times = this.times[number];
    if (times === undefined) return Infinity;
    const known = times.length;
    let last = known === 0 ? -Infinity : times.at(known - 1);
    for (let record = known; record < log.length; record++) {
      const time = log.time(record);
      if (time > last) last = time;
      times.push(last);
    }
    return known < times.length ? times.at(known) : Infinity;
  }

  private takeBack(first: number, changedFrom: readonly number[]): void {
    let position = this.length;
    while (position > 0) {
      const log = this.logs.at(position - 1);
      const record = this.records.at(position - 1);
      const isLater = this.next.some((next, other) => next > (changedFrom[other] ?? Infinity));
      const time = this.times[log]?.at(record) ?? NaN;
      if (!isLater && time < first) break;
      position--;
      this.next[log] = record;
    }
    this.logs.cut(position);
    this.records.cut(position);
  }

  private append(): void {
    for (;;) {
      let chosen = -1;
      let earliest = Infinity;
      for (let log = 0; log < this.given.length; log++) {
        const record = this.next[log] ?? 0;
        const times = this.times[log];
        if (times === undefined || record >= times.length) continue;
        const time = times.at(record);
        if (chosen >= 0 && time >= earliest) continue;
        chosen = log;
        earliest = time;
      }
      if (chosen < 0) return;
      const record = this.next[chosen] ?? 0;
      this.logs.push(chosen);
      this.records.push(record);
      this.next[chosen] = record + 1;
    }
  }
}
