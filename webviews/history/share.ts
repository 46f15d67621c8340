import type { Tally } from '../../extension/core/reconcile/tally';

/** What is proved of what can be, from 0 to 1; undefined: nothing can be. */
export const validatedShare = ({ validated, expected, nothing }: Tally): number | undefined =>
  expected > nothing ? validated / (expected - nothing) : undefined;
