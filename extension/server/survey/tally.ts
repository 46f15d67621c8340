import type { SurveyedRecord } from './surveyedRecord';

export const thingKinds = ['component', 'thread', 'package', 'dp', 'job'] as const;
export type ThingKind = (typeof thingKinds)[number];

/** In how many records of a log a thing occurs; `first` is the number of the first one. */
export interface Tally {
  records: number;
  errors: number;
  readonly first: number;
  last: number;
}

/** What occurs in a log: components and threads by the texts of records, other things by those of mentions. */
export class Tallies {
  readonly of: Readonly<Record<ThingKind, Map<number, Tally>>> = {
    component: new Map(),
    thread: new Map(),
    package: new Map(),
    dp: new Map(),
    job: new Map(),
  };
  /** GUIDs where nothing says what they are of: they count for a job when another record calls them one. */
  private readonly guids = new Map<number, Tally>();

  add(record: SurveyedRecord): void {
    const { component, thread, named } = record;
    if (component !== 0) count(this.of.component, component, record);
    if (thread !== 0) count(this.of.thread, thread, record);
    for (const key of named.package) count(this.of.package, key, record);
    for (const key of named.dp) count(this.of.dp, key, record);
    for (const key of named.job) count(this.of.job, key, record);
    for (const key of named.guid) if (!named.job.includes(key)) count(this.guids, key, record);
  }

  finish(): void {
    for (const [key, job] of this.of.job) {
      const also = this.guids.get(key);
      if (also === undefined) continue;
      this.of.job.set(key, {
        records: job.records + also.records,
        errors: job.errors + also.errors,
        first: Math.min(job.first, also.first),
        last: Math.max(job.last, also.last),
      });
    }
    this.guids.clear();
  }
}

const count = (tallies: Map<number, Tally>, key: number, { index, isError }: SurveyedRecord): void => {
  const errors = isError ? 1 : 0;
  const known = tallies.get(key);
  if (known === undefined) {
    tallies.set(key, { records: 1, errors, first: index, last: index });
    return;
  }
  known.records++;
  known.errors += errors;
  known.last = index;
};
