import type { Tally } from '../reconcile/tally';
import type { FactSource } from '../reconcile/siteFacts';
import type { ExportRow } from './exportRow';

/** What an export is of. */
export interface ExportHead {
  readonly siteCode: string;
  readonly siteName: string;
  /** The site's time of the read, UTC epoch milliseconds. */
  readonly readAt: number;
  /** As it was typed; empty shows everything. */
  readonly filter: string;
  /** Of the whole site. */
  readonly tally: Tally;
  /** What could not be read: what rests on it is unknown. */
  readonly notRead: readonly FactSource[];
  /** What was read by role: more may be there. */
  readonly scoped?: readonly FactSource[];
  readonly redacted: boolean;
}

/** A format, row by row: what it gives is written one after the other. */
export interface ExportWriter {
  readonly head: string;
  /** @param index place of the row in the export, from 0 on */
  readonly row: (row: ExportRow, index: number) => string;
  /** @param rows how many there were */
  readonly foot: (rows: number) => string;
}
