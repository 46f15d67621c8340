// What SqlClient does inside PowerShell, done by tedious: runs a request's batch on the server of the script, and
// writes the agent's lines of rows.
const { createWriteStream } = require('node:fs');
const { once } = require('node:events');
const { Connection, Request, TYPES } = require('tedious');

const rowsPerLine = 20;

/** @type {Record<string, { type: any, read: (value: string) => unknown }>} */
const types = {
  text: { type: TYPES.NVarChar, read: (value) => value },
  int: { type: TYPES.Int, read: Number },
  bigint: { type: TYPES.BigInt, read: (value) => value },
  time: { type: TYPES.DateTime, read: (value) => new Date(`${value}Z`) },
};

/** @param {string} type */
const kindOf = (type) => {
  if (/^Date/.test(type)) return 'time';
  return type === 'BigInt' ? 'bigint' : 'plain';
};

/** @param {import('./fakeShell').SqlServer | undefined} server @returns {Promise<Connection>} */
const connect = (server) =>
  new Promise((resolve, reject) => {
    if (server === undefined) throw new Error('The script names no server.');
    const { port, database, user, password } = server;
    const connection = new Connection({
      server: '127.0.0.1',
      authentication: { type: 'default', options: { userName: user, password } },
      options: { port, database, encrypt: false, requestTimeout: 0 },
    });
    connection.on('error', () => undefined);
    connection.connect((error) => (error ? reject(error) : resolve(connection)));
  });

/** @type {Promise<Connection> | undefined} */
let connected;

/**
 * @param {any} request the agent's
 * @param {import('./fakeShell').SqlServer | undefined} server
 * @returns {Promise<object>} of an answer
 */
exports.forwardSql = async ({ data, file }, server) => {
  connected ??= connect(server);
  const connection = await connected;
  const out = createWriteStream(file, { flags: 'a' });
  let results = 0;
  /** @type {unknown[][]} */
  let rows = [];
  const flush = () => {
    if (rows.length > 0) out.write(`${JSON.stringify({ rows })}\n`);
    rows = [];
  };
  const failure = await new Promise((resolve) => {
    const batch = new Request(data.text, resolve);
    batch.on('columnMetadata', (/** @type {any} */ columns) => {
      flush();
      const told = columns.map((/** @type {any} */ { colName, type }) => ({
        name: colName,
        kind: kindOf(type.name),
        type: type.name,
      }));
      out.write(`${JSON.stringify({ result: results++, columns: told })}\n`);
    });
    batch.on('row', (/** @type {any} */ cells) => {
      rows.push(
        cells.map((/** @type {any} */ { value }) => (value instanceof Date ? value.getTime() : value)),
      );
      if (rows.length === rowsPerLine) flush();
    });
    for (const { name, type, value } of data.parameters) {
      const how = types[type];
      const length = type === 'text' ? { length: value.length > 4000 ? 65_535 : 4000 } : {};
      batch.addParameter(name, how?.type, how?.read(value), length);
    }
    connection.execSql(batch);
  });
  flush();
  out.end();
  await once(out, 'finish');
  if (!failure) return { value: { results } };
  const { number = 0, class: severity = 0, message } = failure;
  return { ok: false, error: { kind: 'sql', message, errorId: '', number, class: severity, phase: 'read' } };
};
