import type { JournalRecord } from '../core/run/journalRecord';

/** A journal that is kept. */
export interface KeptJournal {
  readonly id: string;
  /** Of its last record, by this machine's clock: UTC epoch milliseconds. */
  readonly modified: number;
}

/** Somebody else has it: another window, or the command line. */
export interface Held {
  readonly kind: 'held';
  /** Who, for messages: `PC7, process 4711`. */
  readonly by: string;
}

/** A journal of that name is there already: a plan is begun once. */
export interface AlreadyBegun {
  readonly kind: 'begun';
}

/** A journal that only its owner adds to. */
export interface OwnedJournal {
  readonly kind: 'owned';
  readonly id: string;
  /**
   * Adds a line. Resolves when it is with the operating system; a durable one when it is on the disk, and the
   * journal is still this owner's. Rejects with JournalError: then it is not known to be there.
   */
  append(record: JournalRecord, durable: boolean): Promise<void>;
  /** Lets go of it; never rejects. */
  release(): Promise<void>;
}

export interface Lock {
  readonly kind: 'locked';
  /** false once another took it over: this machine slept, perhaps. */
  isMine(): Promise<boolean>;
  /** Never rejects. */
  release(): Promise<void>;
}

/**
 * Journals of runs, one a run, and the locks that windows and command lines share. A lock whose owner has not
 * been heard of for a while is taken over. All reject with JournalError.
 */
export interface Journals {
  /** Where they are, for messages. */
  readonly place: string;
  /** Newest first. */
  list(): Promise<readonly KeptJournal[]>;
  /** Its whole text, a line a record. */
  read(id: string): Promise<string>;
  /** Makes a journal that begins with this record, on the disk; nothing when there is one of this id. */
  begin(id: string, first: JournalRecord): Promise<OwnedJournal | AlreadyBegun | Held>;
  /** Takes a journal that was left. */
  take(id: string): Promise<OwnedJournal | Held>;
  /** Who owns the journal now; undefined: nobody who lives. */
  ownerOf(id: string): Promise<string | undefined>;
  /** Reserves a DP of a site for one run at a time. */
  lockDp(siteCode: string, dp: string): Promise<Lock | Held>;
}

/** Names the file, the cause and the next step. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}
