import { AnswerFolder } from '../../extension/adapters/powershell/answerFolder';
import { ShellPool } from '../../extension/adapters/powershell/shellPool';
import { WindowsSqlDatabase } from '../../extension/adapters/powershell/windowsSqlDatabase';
import { describeSiteDatabase } from '../contract/siteDatabaseContract';
import { FakeShell } from '../support/fakeShell/fakeShell';
import { windowsSql } from '../support/fakeShell/sqlShell';
import { startTdsServer } from '../support/tds/startTdsServer';

describeSiteDatabase(
  'SQL Server through PowerShell',
  async () => {
    const server = await startTdsServer();
    const { port, database, user, password } = server;
    const shell = new FakeShell({ steps: [{ then: 'forward' }], server: { port, database, user, password } });
    const pool = new ShellPool(
      { executable: shell.executable, callsPerProcess: 1000, startTimeout: 20_000 },
      2,
      new AnswerFolder(shell.answers),
    );
    const reads = new WindowsSqlDatabase(pool, windowsSql);
    const close = async (): Promise<void> => {
      await reads.close();
      await server.close();
      shell.delete();
    };
    return { database: reads, close };
  },
  { runs: 10 },
);
