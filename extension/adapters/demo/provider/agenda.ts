/** What the site is going to do, by its own time. */
export class Agenda {
  private readonly entries: { readonly time: number; readonly happen: (time: number) => void }[] = [];

  /** @param happen is told its time; it may put more on the agenda */
  at(time: number, happen: (time: number) => void): void {
    const after = this.entries.findIndex((entry) => entry.time > time);
    this.entries.splice(after === -1 ? this.entries.length : after, 0, { time, happen });
  }

  /** When something happens next. */
  get next(): number | undefined {
    return this.entries[0]?.time;
  }

  /** Lets everything happen that is due, in order. */
  settle(now: number): void {
    for (let next = this.entries[0]; next !== undefined && next.time <= now; next = this.entries[0]) {
      this.entries.shift();
      next.happen(next.time);
    }
  }
}
