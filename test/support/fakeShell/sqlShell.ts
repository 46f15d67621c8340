import {
  WindowsSqlDatabase,
  type WindowsSqlOptions,
} from '../../../extension/adapters/powershell/windowsSqlDatabase';
import type { FakeShell, Step } from './fakeShell';
import { withShell } from './lendShell';

export const windowsSql: WindowsSqlOptions = {
  server: 'SQL01\\CM',
  database: 'CM_ABC',
  encrypt: true,
  trustServerCertificate: false,
  connectTimeout: 15_000,
  requestTimeout: 30_000,
  lockTimeout: 5000,
};

// What the agent writes, line by line.
export const header = (result: number, columns: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    result,
    columns: Object.entries(columns).map(([name, kind]) => ({ name, kind, type: '' })),
  });
export const rows = (...values: readonly (readonly unknown[])[]): string => JSON.stringify({ rows: values });
export const complete = (results = 2): Pick<Step, 'then' | 'value'> => ({
  then: 'answer',
  value: { results },
});
export const sqlError = (number: number, message = 'The server said so.', phase = 'read'): Step => ({
  then: 'fail',
  error: { kind: 'sql', message, errorId: '', hresult: '', native: '', number, class: 16, state: 1, phase },
});

export const withDatabase = (
  steps: readonly Step[],
  use: (database: WindowsSqlDatabase, shell: FakeShell) => Promise<void>,
): Promise<void> =>
  withShell({ steps }, ({ pool, shell }) => use(new WindowsSqlDatabase(pool, windowsSql), shell));
