import type { Width } from './scan/stretch';

/** What the reader of logs takes from the platform: memory that is fast to search, and text of bytes. */
export interface LogBytes {
  /** In Node a Buffer, whose `indexOf` is native. */
  allocate(length: number): Uint8Array;
  /** Never throws: bytes that are not UTF-8 are taken in the code page of the machine that wrote them. */
  text(bytes: Uint8Array, width: Width): string;
}
