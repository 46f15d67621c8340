import type { DemoDatabase } from '../../../extension/adapters/demo/demoDatabase';
import { SqlError } from './sqlError';
import type { SqlToken } from './statements';

/** What a login may not do, and what its roles show it instead. */
export interface Rights {
  /** By view: columns without SELECT, or 'view' for all of it. Both stay listed, as with VIEW DEFINITION. */
  readonly denied: Readonly<Record<string, 'view' | readonly string[]>>;
  /** By view that the login has no right on at all: the condition on the rows that `fn_rbac_*(@UserSIDs)` shows. */
  readonly byRole: Readonly<Record<string, string>>;
  /** The @UserSIDs that the conditions are for; others see nothing. */
  readonly userSids: string;
  /** Whether the server knows HAS_PERMS_BY_NAME. */
  readonly tellsRights: boolean;
}

export const allRights: Rights = { denied: {}, byRole: {}, userSids: '', tellsRights: true };

export const functionOf = (view: string): string => `fn_rbac_${view.replace(/^v_/, '')}`;

const deniedOf = ({ denied, byRole }: Rights): readonly (readonly [string, 'view' | readonly string[]])[] => [
  ...Object.entries(denied),
  ...Object.keys(byRole).map((view): [string, 'view'] => [view, 'view']),
];

/** @throws SqlError 229, 230 */
export const refuseDenied = (rights: Rights, tokens: readonly SqlToken[], database: string): void => {
  const words = new Set(tokens.flatMap(({ kind, text }) => (kind === 'word' ? text.toLowerCase() : [])));
  for (const [view, what] of deniedOf(rights)) {
    if (!words.has(view.toLowerCase())) continue;
    const object = `of the object '${view}', database '${database}', schema 'dbo'.`;
    if (what === 'view')
      throw new SqlError(229, `The SELECT permission was denied on the object${object.slice(13)}`, 14, 5);
    for (const column of what)
      if (words.has(column.toLowerCase()))
        throw new SqlError(230, `The SELECT permission was denied on the column '${column}' ${object}`, 14);
  }
};

/** What SQL Server's own functions are called with and give; sql.js takes such functions. */
interface Sqlite {
  create_function(name: string, run: (...values: readonly unknown[]) => number | string): void;
}

/** HAS_PERMS_BY_NAME(securable, 'OBJECT', 'SELECT', column, 'COLUMN'), of this database. */
export const tellRights = (rights: Rights, database: DemoDatabase): void => {
  if (!rights.tellsRights) return;
  const denied = new Map(deniedOf(rights).map(([view, what]) => [`dbo.${view}`.toLowerCase(), what]));
  const { sqlite } = database as unknown as { readonly sqlite: Sqlite };
  const mayRead = (view: unknown, column: unknown): number => {
    const what = denied.get(String(view).toLowerCase()) ?? [];
    const isDenied =
      what === 'view' || what.some((one) => one.toLowerCase() === String(column).toLowerCase());
    return isDenied ? 0 : 1;
  };
  // sql.js counts the parameters that are declared.
  sqlite.create_function('HAS_PERMS_BY_NAME', (view, kind, right, column, part) =>
    [kind, right, part].join() === 'OBJECT,SELECT,COLUMN' ? mayRead(view, column) : 0,
  );
};
