import type { SurveyedRecord } from './surveyedRecord';

/** Records that follow each other, by their numbers, and their lines; both ends are in it. */
export interface Stretch {
  readonly first: number;
  last: number;
  readonly line: number;
  endLine: number;
}

/** A pause that parts what one thread writes. */
const pauseMs = 5 * 60_000;

/**
 * Finds where the records of one thread of one component stand together, and are about the same: another package, or
 * another job where none is named, begins a new stretch. Stretches cover the log without gaps.
 */
export class Stretches {
  readonly all: Stretch[] = [];
  private component = 0;
  private thread = 0;
  private package = 0;
  private job = 0;
  private time = NaN;

  add({ index, line, endLine, component, thread, named, time }: SurveyedRecord): void {
    const current = this.all.at(-1);
    const isOther = (things: readonly number[], known: number): boolean =>
      known !== 0 && things.length > 0 && !things.includes(known);
    const isNew =
      current === undefined ||
      component !== this.component ||
      thread !== this.thread ||
      Math.abs(time - this.time) > pauseMs ||
      isOther(named.package, this.package) ||
      (named.package.length === 0 && this.package === 0 && isOther(named.job, this.job));
    if (isNew) {
      this.all.push({ first: index, last: index, line, endLine });
      [this.package, this.job] = [0, 0];
    } else {
      current.last = index;
      current.endLine = endLine;
    }
    [this.component, this.thread] = [component, thread];
    if (this.package === 0) this.package = named.package[0] ?? 0;
    if (this.job === 0) this.job = named.job[0] ?? 0;
    if (!Number.isNaN(time)) this.time = time;
  }
}
