/** What was read of one expected pair. (Filled in by the owner of reconciliation.) */
export interface PairFacts {
  readonly packageId: string;
}
