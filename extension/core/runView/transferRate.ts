/** How far back a rate is taken from: transfers come in quarters. */
const window = 15 * 60_000;

interface Sample {
  readonly time: number;
  readonly bytes: number;
}

/** Bytes a second, of the last quarter of an hour of the site's time. */
export class TransferRate {
  private samples: readonly Sample[] = [];

  /** @param bytes sent so far; less than before is a transfer that began anew */
  note(time: number, bytes: number): void {
    const last = this.samples.at(-1);
    if (last !== undefined && (time <= last.time || bytes < last.bytes)) {
      if (bytes < last.bytes) this.samples = [{ time, bytes }];
      return;
    }
    const kept = this.samples.filter((sample) => sample.time >= time - window);
    // Who looks seldom still has one to compare with.
    this.samples = [...(kept.length === 0 ? this.samples.slice(-1) : kept), { time, bytes }];
  }

  /** undefined while nothing is known. */
  get perSecond(): number | undefined {
    const [first] = this.samples;
    const last = this.samples.at(-1);
    if (first === undefined || last === undefined || last.time - first.time < 30_000) return undefined;
    const rate = ((last.bytes - first.bytes) * 1000) / (last.time - first.time);
    return rate > 0 ? rate : undefined;
  }

  /** Milliseconds for so many more bytes. */
  timeFor(bytes: number): number | undefined {
    const rate = this.perSecond;
    return rate === undefined ? undefined : (bytes / rate) * 1000;
  }
}
