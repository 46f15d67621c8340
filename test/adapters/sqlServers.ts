import assert from 'node:assert/strict';
import { openSqlServer } from '../../extension/adapters/sql/openSqlServer';
import type { SqlServerDatabase } from '../../extension/adapters/sql/sqlServerDatabase';
import type { SqlServerOptions } from '../../extension/adapters/sql/sqlServerOptions';
import { SiteConnectError } from '../../extension/ports/siteConnectError';
import { query } from '../contract/asking';
import type { RunningTdsServer } from '../support/tds/startTdsServer';

/** Milliseconds; long enough for a machine that is busy. */
export const timeOuts = { connectTimeout: 10_000, requestTimeout: 10_000, lockTimeout: 1000 };

/** Milliseconds, where a time-out is what is tried. */
export const soon = 1000;

export const optionsOf = (
  { host, port, database, user, password }: RunningTdsServer,
  parts: Partial<SqlServerOptions> = {},
): SqlServerOptions => ({
  server: host,
  port,
  database,
  authentication: { kind: 'sql', user, password },
  encrypt: false,
  trustServerCertificate: false,
  ...timeOuts,
  ...parts,
});

export const openOn = (
  server: RunningTdsServer,
  parts: Partial<SqlServerOptions> = {},
): Promise<SqlServerDatabase> => openSqlServer(optionsOf(server, parts), new AbortController().signal);

/** Rows that the test server makes as they are read. */
export const generated = (rows: number) =>
  query(`SELECT g.Id AS Id, g.Name AS Name FROM generated_rows AS g WHERE g.Id <= ${rows}`);

/** What this process holds open; a timer of the test itself is in both counts. */
export const handles = (): readonly string[] =>
  process
    .getActiveResourcesInfo()
    .filter((name) => !/Pipe|Immediate/.test(name))
    .sort();

/** A socket that is closed lives on for a moment. */
export const heldAgain = async (before: readonly string[]): Promise<void> => {
  for (let look = 0; look < 20 && handles().length > before.length; look++)
    await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(handles(), before);
};

export const connectErrorOf = async (connecting: Promise<unknown>): Promise<SiteConnectError> => {
  const error: unknown = await connecting.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof SiteConnectError, `a connect error, not ${String(error)}`);
  return error;
};

/** Milliseconds that a busy machine may add to a time-out. */
export const slack = 2500;
