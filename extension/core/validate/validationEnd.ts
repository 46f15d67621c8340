import type { ValidationSigns } from './validationSigns';

/** What is known of how long a validation takes. */
export interface ValidationPace {
  /** UTC epoch milliseconds. */
  readonly begun: number | undefined;
  /** Packages that have a result, and all that are on the list; undefined: not known. */
  readonly done: number;
  readonly listed: number | undefined;
  /** Milliseconds that earlier cycles took; undefined: none is known. */
  readonly usual: number | undefined;
}

/** So many results tell a rate; fewer only tell how large the first packages are. */
const fewest = 5;

/**
 * Milliseconds until a validation is through: by its rate so far, else by how long earlier cycles took; undefined
 * when neither is known, or it has taken longer than that already.
 */
export const timeLeft = ({ begun, done, listed, usual }: ValidationPace, now: number): number | undefined => {
  const passed = now - (begun ?? now);
  if (listed !== undefined && done >= fewest && done <= listed && passed > 0)
    return Math.round((passed / done) * (listed - done));
  return usual !== undefined && usual > passed ? usual - passed : undefined;
};

/** Of the packages on the list, 0 to 99: the end is told by a message. */
export const percentDone = (done: number, listed: number | undefined): number | undefined =>
  listed === undefined || listed === 0 ? undefined : Math.min(99, Math.round((done / listed) * 100));

/** Packages that have a result. */
export const doneBy = ({ verified, bad }: Pick<ValidationSigns, 'verified' | 'bad'>): number =>
  verified + bad.length;
