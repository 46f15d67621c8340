const megabyte = 2 ** 20;

const used = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / megabyte;
};

/** Megabytes that a task takes of this process, beyond what was there. */
export interface HeapFigures {
  /** At its peak, with what could have been collected. */
  readonly peak: number;
  /** What it keeps. */
  readonly kept: number;
}

/** Looks at JavaScript's memory. The embedded database's is WebAssembly's own, which is in none of these figures. */
export class HeapWatch {
  private before = 0;
  private most = 0;

  begin(): void {
    globalThis.gc?.();
    this.before = this.most = used();
  }

  look(): void {
    this.most = Math.max(this.most, used());
  }

  end(): HeapFigures {
    this.look();
    globalThis.gc?.();
    return { peak: this.most - this.before, kept: used() - this.before };
  }
}
