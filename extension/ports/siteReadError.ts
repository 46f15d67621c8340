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
  /** The login may not read a view or a column. */
  | { readonly kind: 'denied'; readonly query: string; readonly cause: string }
  /** Nothing came for this long. */
  | { readonly kind: 'timeout'; readonly query: string; readonly seconds: number }
  /** The connection ended before the result did. */
  | { readonly kind: 'lost'; readonly query: string; readonly cause: string }
  /** Others held locks for too long, or the server chose this query to end a deadlock; tried again in vain. */
  | { readonly kind: 'busy'; readonly query: string; readonly cause: string }
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
      return `Query "${failure.query}" needs ${failure.columns.join(', ')} of ${failure.view}, which this site does not have or does not show. Check the site's release, and that the account may read the view: ask for the database role db_datareader, or smsschm_users for the documented views.`;
    case 'decode':
      return `Query "${failure.query}" returned ${failure.value} in column ${failure.column}, which is not understood. Nothing of this read is used; please report the value.`;
    case 'cancelled':
      return `Query "${failure.query}" was cancelled. Refresh to read it again.`;
    case 'failed':
      return `Query "${failure.query}" failed: ${failure.cause} Refresh to try again.`;
    case 'denied':
      return `Query "${failure.query}" is not allowed: ${failure.cause} Ask for membership of the database role db_datareader, or smsschm_users for the documented views.`;
    case 'timeout':
      return `Query "${failure.query}" gave nothing for ${failure.seconds} s, and was ended. Refresh to try again; a longer time can be set for the connection.`;
    case 'lost':
      return `Query "${failure.query}" lost its connection: ${failure.cause} Refresh to connect and read again.`;
    case 'busy':
      return `Query "${failure.query}" was put off by others: ${failure.cause} Refresh to try again.`;
    case 'parameters':
      return `Query "${failure.query}" was not run: ${failure.cause}`;
  }
};
