/** Why a read of the site gave nothing. What was not read is unknown, never absent. */
export type SiteReadFailure =
  | {
      readonly kind: 'missingColumn';
      readonly query: string;
      readonly view: string;
      readonly columns: readonly string[];
    }
  | { readonly kind: 'decode'; readonly query: string; readonly column: string; readonly value: string }
  | { readonly kind: 'cancelled'; readonly query: string }
  | { readonly kind: 'failed'; readonly query: string; readonly cause: string }
  | { readonly kind: 'parameters'; readonly query: string; readonly cause: string };

/** Names the query, the cause and the next step. */
export class SiteReadError extends Error {
  override readonly name = 'SiteReadError';

  constructor(readonly failure: SiteReadFailure) {
    super(describe(failure));
  }

  get kind(): SiteReadFailure['kind'] {
    return this.failure.kind;
  }
}

const describe = (failure: SiteReadFailure): string => {
  switch (failure.kind) {
    case 'missingColumn':
      return `Query "${failure.query}" needs ${failure.columns.join(', ')} of ${failure.view}, which this site does not have. Check the site's release and that the account may read the view.`;
    case 'decode':
      return `Query "${failure.query}" returned ${failure.value} in column ${failure.column}, which is not understood. Nothing of this read is used; please report the value.`;
    case 'cancelled':
      return `Query "${failure.query}" was cancelled. Refresh to read it again.`;
    case 'failed':
      return `Query "${failure.query}" failed: ${failure.cause} Refresh to try again.`;
    case 'parameters':
      return `Query "${failure.query}" was not run: ${failure.cause}`;
  }
};
