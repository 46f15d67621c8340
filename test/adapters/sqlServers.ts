import assert from 'node:assert/strict';
import { openSqlServer } from '../../extension/adapters/sql/openSqlServer';
import type { SqlServerDatabase } from '../../extension/adapters/sql/sqlServerDatabase';
import type { SqlServerOptions } from '../../extension/adapters/sql/sqlServerOptions';
import { SiteConnectError } from '../../extension/ports/siteConnectError';
import { query } from '../contract/asking';
import type { RunningTdsServer } from '../support/tds/startTdsServer';

/** Milliseconds; long enough for a machine that is busy. */
export const timeOuts = { connectTimeout: 10_000, requestTimeout: 10_000, lockTimeout: 1000 };

/** Milliseconds that a busy machine may add to a time-out. */
export const slack = 2500;

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

/** Sockets, look-ups and timers that this process holds; a file that is being read says nothing of a server. */
export const handles = (): readonly string[] =>
  process
    .getActiveResourcesInfo()
    .filter((kind) => /^(?:TCP|TLS|GetAddr|Timeout)/.test(kind))
    .sort();

const more = (now: readonly string[], before: readonly string[]): readonly string[] =>
  [...new Set(now)].filter(
    (kind) => now.filter((one) => one === kind).length > before.filter((one) => one === kind).length,
  );

/** Of no kind is more held than before; a socket that is closed lives on for a moment. */
export const heldAgain = async (before: readonly string[]): Promise<void> => {
  const end = Date.now() + slack;
  while (more(handles(), before).length > 0 && Date.now() < end)
    await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(more(handles(), before), []);
};

export const connectErrorOf = async (connecting: Promise<unknown>): Promise<SiteConnectError> => {
  const error: unknown = await connecting.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof SiteConnectError, `a connect error, not ${String(error)}`);
  return error;
};
