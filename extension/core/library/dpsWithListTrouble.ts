import type { DpKey } from '../content/nalPath';
import type { DpCycles } from '../reconcile/cycle';

/** DPs whose newest mark of content validation says that their lists disagree or cannot be read (2388). */
export const dpsWithListTrouble = (cycles: ReadonlyMap<DpKey, DpCycles>): readonly DpKey[] =>
  [...cycles].flatMap(([dp, { newestBroken = -Infinity, lastEnd = -Infinity, newestStart = -Infinity }]) =>
    newestBroken > Math.max(lastEnd, newestStart) ? [dp] : [],
  );
