import type { DpKey } from './nalPath';

/** A distribution point group with its members and assigned packages. */
export interface DpGroup {
  /** GUID text in braces. */
  readonly groupId: string;
  readonly name: string;
  readonly description: string;
  readonly members: readonly DpKey[];
  readonly packageIds: readonly string[];
}
