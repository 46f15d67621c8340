import type { DemoDp } from './demoDp';
import type { DemoPackage } from './demoPackage';

/** A status message before it has a RecordID. */
export interface SiteMessage {
  readonly id: number;
  /** UTC epoch milliseconds. */
  readonly time: number;
  /** undefined: it speaks of a package as a whole. */
  readonly dp: DemoDp | undefined;
  readonly what: DemoPackage | undefined;
  /** Package version that it speaks of. */
  readonly version: number | undefined;
  /** Values of the `extra` strings, in order. */
  readonly extra: readonly string[] | undefined;
}
