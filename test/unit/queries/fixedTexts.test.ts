import assert from 'node:assert/strict';
import path from 'node:path';
import { ESLint, Linter } from 'eslint';

const root = path.join(__dirname, '../../..');

/** What the project's own rules of syntax say of a line, were it in this file. */
const complaints = async (file: string): Promise<(line: string) => readonly string[]> => {
  const eslint = new ESLint({ cwd: root });
  const config = (await eslint.calculateConfigForFile(path.join(root, file))) as Pick<Linter.Config, 'rules'>;
  const rules = { 'no-restricted-syntax': config.rules?.['no-restricted-syntax'] ?? 'off' };
  const linter = new Linter();
  return (line) => linter.verify(line, { rules }).map(({ message }) => message);
};

describe('values in the text of queries and scripts', () => {
  const mixed = [
    'database.query(`SELECT * FROM v_Package WHERE Name = ${name}`)',
    "database.query('SELECT * FROM v_Package WHERE Name = ' + name)",
    'connection.execSql(`EXEC ${name}`)',
    'connection.execSqlBatch(`EXEC ${name}`)',
    'shell.invoke(`Get-Item ${name}`)',
    "shell.invoke('Get-Item ' + name)",
    'new Request(`SELECT ${name}`)',
    'const query = { sql: `SELECT ${name}` }',
    "const call = { script: 'Get-Item ' + name }",
  ];
  const fixed = [
    "database.query('SELECT * FROM v_Package WHERE Name = @name', { name })",
    'new Request(text)',
    'const query = { sql: text }',
  ];
  for (const file of [
    'extension/adapters/sql/runningQuery.ts',
    'extension/app/findMissing.ts',
    'extension/queries/x.ts',
  ])
    it(`are refused by lint in ${path.dirname(file)}`, async () => {
      const said = await complaints(file);
      for (const line of mixed) assert.match(said(line).join(), /fixed texts/, line);
      for (const line of fixed) assert.deepEqual(said(line), [], line);
    }).timeout(30_000);
});
