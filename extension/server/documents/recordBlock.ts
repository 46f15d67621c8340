import type { LineContext } from '../../core/logs/formats/context';
import { formatNumber } from '../../core/logs/scan/recordFields';
import type { Width } from '../../core/logs/scan/stretch';
import { formatOf, isTorn, type RecordColumns } from './recordColumns';

/** What reading can go on from at the start of a block. */
export interface BlockState {
  readonly width: Width;
  readonly context: Readonly<LineContext>;
}

/** How the last record of a block that has CCM's form ends; `open` may reach further when what follows changes. */
export type LastCcm = 'none' | 'whole' | 'open';

/**
 * Records that follow each other. All places in it count from its own, so that a block behind an edit only moves.
 * Its first record begins a line.
 */
export class RecordBlock {
  /** Number of its first record in the log. */
  first = 0;
  readonly lastCcm: LastCcm;

  constructor(
    /** Of its first unit and, beginning with 1, of its first line. */
    public offset: number,
    public line: number,
    readonly state: BlockState,
    readonly columns: RecordColumns,
  ) {
    this.lastCcm = lastCcmOf(columns);
  }

  get count(): number {
    return this.columns.starts.length;
  }
}

const lastCcmOf = ({ flags }: RecordColumns): LastCcm => {
  const last = flags.findLast((flag) => formatOf(flag) === formatNumber.ccm);
  if (last === undefined) return 'none';
  return isTorn(last) ? 'open' : 'whole';
};

export const isSameState = (one: BlockState, other: BlockState): boolean => {
  const [a, b] = [one.context, other.context];
  return (
    one.width === other.width &&
    Object.is(a.local, b.local) &&
    Object.is(a.bias, b.bias) &&
    a.biasIsOffset === b.biasIsOffset &&
    Object.is(a.day, b.day) &&
    isSameFields(a.iisFields, b.iisFields)
  );
};

const isSameFields = (a: LineContext['iisFields'], b: LineContext['iisFields']): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.date === b.date &&
    a.time === b.time &&
    a.status === b.status &&
    a.site === b.site);
