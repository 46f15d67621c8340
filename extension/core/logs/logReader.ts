import type { LogBytes } from './logBytes';
import { readRecord, type LogRecord } from './logRecord';
import { beginning, LogScanner, type Place } from './scan/logScanner';
import type { BiasPolicy } from './time/utcOf';

/** Records of a log, as its bytes come. */
export class LogReader {
  private records: LogRecord[] = [];
  private readonly scanner: LogScanner;

  constructor(
    private readonly platform: LogBytes,
    private readonly policy: BiasPolicy = 'auto',
    from: Place = beginning(),
  ) {
    this.scanner = new LogScanner(
      platform,
      (record, scanned) => this.records.push(readRecord(record, scanned, policy)),
      from,
    );
  }

  /** The records that these bytes completed. */
  push(bytes: Uint8Array): readonly LogRecord[] {
    this.scanner.push(bytes);
    return this.taken();
  }

  /** The records of what is held back, as they would be if nothing followed; more may be pushed after. */
  pending(): readonly LogRecord[] {
    const rest = new LogReader(this.platform, this.policy, this.scanner.place);
    rest.scanner.push(this.scanner.held);
    return rest.end();
  }

  /** The last records: nothing follows. */
  end(): readonly LogRecord[] {
    this.scanner.end();
    return this.taken();
  }

  /** Where a reader can go on with the bytes that this one holds back, and all behind them. */
  get place(): Place {
    return this.scanner.place;
  }

  private taken(): readonly LogRecord[] {
    const { records } = this;
    this.records = [];
    return records;
  }
}
