type Begin = (time: number) => void;

interface Lane {
  readonly capacity: number;
  readonly waiting: Begin[];
  busy: number;
}

/** Package Transfer Manager's threads, and what each pull DP takes at once: first come, first served. */
export class SendingLanes {
  private readonly lanes = new Map<string, Lane>();

  /** Begins at once, or when another one has left the lane. @returns whether it began */
  enter(name: string, capacity: number, time: number, begin: Begin): boolean {
    const lane = this.lanes.get(name) ?? { capacity, waiting: [], busy: 0 };
    this.lanes.set(name, lane);
    if (lane.busy >= lane.capacity) {
      lane.waiting.push(begin);
      return false;
    }
    lane.busy += 1;
    begin(time);
    return true;
  }

  /** To be called once by everyone that began. */
  leave(name: string, time: number): void {
    const lane = this.lanes.get(name);
    if (lane === undefined) return;
    const next = lane.waiting.shift();
    if (next === undefined) lane.busy -= 1;
    else next(time);
  }
}
