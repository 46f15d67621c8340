import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { JournalFolder } from '../../extension/adapters/machine/journalFolder';
import { userDataFolder } from '../../extension/adapters/machine/userDataFolder';
import { foldJournal } from '../../extension/core/run/foldJournal';
import type { JournalRecord } from '../../extension/core/run/journalRecord';
import { JournalError, type Held, type OwnedJournal } from '../../extension/ports/journal';
import { runner } from '../unit/run/anyRun';

const first: JournalRecord = {
  kind: 'run',
  at: 1,
  by: runner,
  siteName: 'Site',
  plan: { hash: 'a', siteCode: 'PS1', steps: [], caps: { steps: 0, distributionPoints: 0, bytes: 0 } },
};
const paused: JournalRecord = { kind: 'paused', at: 2 };
const dp = 'dp1|windows nt server';
const quick = { beatEvery: 100, deadAfter: 1_000 };

const owned = (journal: OwnedJournal | Held | { readonly kind: 'begun' }): OwnedJournal => {
  assert.equal(journal.kind, 'owned');
  return journal;
};

describe('a folder of journals', () => {
  let folder: string;
  let journals: JournalFolder;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'journals-'));
    journals = new JournalFolder(folder, folder, quick);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const textOf = (id: string): Promise<string> => readFile(path.join(folder, 'runs', `${id}.ndjson`), 'utf8');

  it('keeps what was added, in order, and names the newest run first', async () => {
    const one = owned(await journals.begin('PS1-one', first));
    await Promise.all([1, 2, 3].map((at) => one.append({ kind: 'paused', at }, at === 2)));
    await one.release();
    assert.deepEqual(
      (await textOf('PS1-one'))
        .split('\n')
        .map((line) => (line === '' ? 0 : (JSON.parse(line) as { at: number }).at)),
      [1, 1, 2, 3, 0],
    );
    await utimes(path.join(folder, 'runs', 'PS1-one.ndjson'), new Date(0), new Date(0));
    await owned(await journals.begin('PS1-two', first)).release();
    assert.deepEqual(
      (await journals.list()).map(({ id }) => id),
      ['PS1-two', 'PS1-one'],
    );
  });

  it('begins a plan once', async () => {
    const one = owned(await journals.begin('PS1-a', first));
    assert.equal((await journals.begin('PS1-a', first)).kind, 'held');
    await one.release();
    assert.deepEqual(await journals.begin('PS1-a', first), { kind: 'begun' });
  });

  it('begins it anew when a crash tore its first line: nothing was done then', async () => {
    await owned(await journals.begin('PS1-a', first)).release();
    await writeFile(path.join(folder, 'runs', 'PS1-a.ndjson'), '{"kind":"ru');
    await owned(await journals.begin('PS1-a', first)).release();
    assert.equal(foldJournal(await textOf('PS1-a')).kind, 'run');
  });

  it('goes on after a line that a crash tore', async () => {
    await owned(await journals.begin('PS1-a', first)).release();
    await appendFile(path.join(folder, 'runs', 'PS1-a.ndjson'), '{"kind":"inte');
    const again = owned(await journals.take('PS1-a'));
    await again.append(paused, true);
    await again.release();
    const read = foldJournal(await textOf('PS1-a'));
    assert.equal(read.kind, 'run');
    assert.equal(read.state.phase, 'paused');
    assert.equal(read.state.problems.length, 1);
  });

  it('keeps names of runs inside it, and those of DPs fit for any file system', async () => {
    for (const id of ['../x', 'a/b', '', '.hidden', 'a\\b'])
      await assert.rejects(journals.read(id), JournalError, id);
    for (const name of ['dp*<>:"/\\|?', '..', 'dp ü']) {
      const lock = await journals.lockDp('PS1', name);
      assert.equal(lock.kind, 'locked');
      for (const file of await readdir(path.join(folder, 'locks'))) assert.doesNotMatch(file, /[*<>:"/\\|?]/);
      await lock.release();
    }
    assert.deepEqual(await readdir(path.join(folder, 'locks')), []);
  });

  it('reserves a DP of a site for one at a time', async () => {
    const lock = await journals.lockDp('PS1', dp);
    assert.equal(lock.kind, 'locked');
    const other = await new JournalFolder(path.join(folder, 'other'), folder, quick).lockDp('PS1', dp);
    assert.equal(other.kind, 'held');
    assert.match(other.by, new RegExp(`process ${process.pid}`));
    assert.equal((await journals.lockDp('PS2', dp)).kind, 'locked');
    await lock.release();
    assert.equal((await journals.lockDp('PS1', dp)).kind, 'locked');
  });

  it('lives for as long as its owner does, and no longer', async () => {
    const owner = owned(await journals.begin('PS1-a', first));
    await pause(quick.deadAfter + 300);
    assert.notEqual(await journals.ownerOf('PS1-a'), undefined, 'it beats');
    // As after a long sleep of the machine: another one has taken it over.
    const lock = path.join(folder, 'runs', 'PS1-a.lock');
    await writeFile(lock, 'PC2, process 1\n');
    await assert.rejects(owner.append(paused, true), /taken over/);
    assert.doesNotMatch(await textOf('PS1-a'), /paused/);
    await owner.release();
    assert.match(await readFile(lock, 'utf8'), /PC2/, 'what is not its own it leaves');
  });

  it('says which file it could not write, and why', async () => {
    await writeFile(path.join(folder, 'runs'), 'in the way');
    await assert.rejects(journals.begin('PS1-a', first), (error: Error) => {
      assert.ok(error instanceof JournalError);
      assert.match(error.message, /PS1-a/);
      return true;
    });
  });

  it('is shared by processes: what one holds another does not get until it is dead', async () => {
    await owned(await journals.begin('PS1-a', first)).release();
    const holder = await holding(folder, 'PS1-a');
    try {
      const [journal, lock] = [await journals.take('PS1-a'), await journals.lockDp('PS1', dp)];
      assert.equal(journal.kind, 'held');
      assert.match(journal.by, new RegExp(`process ${holder.pid ?? ''}`));
      assert.equal(lock.kind, 'held');
    } finally {
      holder.kill('SIGKILL');
    }
    assert.equal((await journals.take('PS1-a')).kind, 'held', 'it may only be slow');
    await pause(quick.deadAfter + 300);
    // Of many who try at once, one gets it.
    const takers = Array.from({ length: 8 }, () => new JournalFolder(folder, folder, quick));
    const taken = await Promise.all(takers.map((one) => one.lockDp('PS1', dp)));
    assert.ok(taken.filter(({ kind }) => kind === 'locked').length <= 1);
    assert.equal(owned(await journals.take('PS1-a')).kind, 'owned');
  });
});

const holding = async (folder: string, run: string): Promise<ChildProcess> => {
  const program = path.join(__dirname, '../support/journals/holder.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, run, String(quick.deadAfter)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise<string>((resolve) =>
    child.stdout.once('data', (text) => resolve(String(text))),
  );
  assert.equal(said, 'owned locked\n');
  return child;
};

describe('the folder that windows and command lines share', () => {
  it('is where the system keeps data of programs', () => {
    assert.equal(
      userDataFolder({ LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }, 'win32', 'C:\\Users\\a'),
      'C:\\Users\\a\\AppData\\Local\\configmgr-content',
    );
    assert.equal(userDataFolder({}, 'linux', '/home/a'), '/home/a/.local/share/configmgr-content');
    assert.equal(userDataFolder({ XDG_DATA_HOME: '/data' }, 'linux', '/home/a'), '/data/configmgr-content');
    assert.equal(
      userDataFolder({}, 'darwin', '/Users/a'),
      '/Users/a/Library/Application Support/configmgr-content',
    );
  });
});
