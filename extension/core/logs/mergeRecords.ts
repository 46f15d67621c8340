import type { LogRecord } from './logRecord';

/** A record, and the file that it is from. */
export interface FileRecord extends LogRecord {
  readonly file: string;
}

export type RecordPieces = AsyncIterator<readonly FileRecord[]>;

/**
 * The records of several logs by UTC. Within a log the order never changes, also where its clock was put back; logs
 * that have the same time follow each other as given. A log that does not tell its distance from UTC is taken to have
 * that of the first log that does: mostly they are of one machine.
 */
export async function* mergeRecords(logs: readonly RecordPieces[]): AsyncGenerator<FileRecord, void> {
  const heads: Head[] = [];
  for (const log of logs) {
    const head = new Head(log);
    await head.fill();
    heads.push(head);
  }
  const known = heads.map((head) => head.knownDistance).find((distance) => distance !== undefined) ?? 0;
  for (const head of heads) head.begin(known);
  for (;;) {
    let first: Head | undefined;
    for (const head of heads)
      if (head.current !== undefined && (first === undefined || head.key < first.key)) first = head;
    if (first?.current === undefined) return;
    yield first.current;
    await first.advance();
  }
}

/** The next record of a log, and when it was written. */
class Head {
  key = -Infinity;
  private records: readonly FileRecord[] = [];
  private next = 0;
  private distance = 0;

  constructor(private readonly log: RecordPieces) {}

  get current(): FileRecord | undefined {
    return this.records[this.next];
  }

  /** Of the first record that tells it; milliseconds to add to local time. */
  get knownDistance(): number | undefined {
    return this.records.map(distanceOf).find((distance) => distance !== undefined);
  }

  begin(distance: number): void {
    this.distance = this.knownDistance ?? distance;
    this.lookAtCurrent();
  }

  async fill(): Promise<void> {
    while (this.next >= this.records.length) {
      const piece: IteratorResult<readonly FileRecord[], unknown> = await this.log.next();
      if (piece.done === true) return;
      this.records = piece.value;
      this.next = 0;
    }
  }

  async advance(): Promise<void> {
    this.next++;
    await this.fill();
    this.lookAtCurrent();
  }

  /** A record without a time belongs to the one before it. */
  private lookAtCurrent(): void {
    const { current } = this;
    if (current?.time == null) return;
    this.distance = distanceOf(current) ?? this.distance;
    this.key = Math.max(this.key, Date.parse(`${current.time}Z`) + this.distance);
  }
}

const distanceOf = ({ time, utc }: FileRecord): number | undefined =>
  time === null || utc === null ? undefined : Date.parse(utc) - Date.parse(`${time}Z`);
