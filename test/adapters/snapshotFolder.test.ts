import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SnapshotFolder } from '../../extension/adapters/machine/snapshotFolder';
import { defaultRetention } from '../../extension/core/history/retention';
import { pair, snapshotOf } from '../unit/history/snapshots';
import { failing, FaultyServer } from './remoteFilesFaults';

const minute = 60_000;
const start = Date.UTC(2026, 10, 21);
const one = snapshotOf([pair(1, 1, 'missing'), pair(2, 1, 'stale')]);
const other = snapshotOf([pair(1, 1, 'hashFailed')]);

describe('the folder of snapshots', () => {
  let parent: string;
  let folder: string;
  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'history '));
    folder = path.join(parent, 'site-hq');
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  const spans = async (kept = new SnapshotFolder(folder)): Promise<readonly (readonly number[])[]> =>
    (await kept.list()).map(({ since, until }) => [(since - start) / minute, (until - start) / minute]);

  it('is empty at first, and keeps what was read over a restart', async () => {
    const kept = new SnapshotFolder(folder);
    assert.deepEqual(await kept.list(), []);
    await kept.keep(one, start);
    await kept.keep(other, start + minute);
    const again = new SnapshotFolder(folder);
    assert.deepEqual(await spans(again), [
      [0, 0],
      [1, 1],
    ]);
    const [first] = await again.list();
    assert.deepEqual(await again.read(first?.id ?? ''), one);
  });

  it('lets the time of the last one grow while reads within the hour give the same', async () => {
    const kept = new SnapshotFolder(folder);
    for (const minutes of [0, 30, 85, 86])
      await kept.keep(minutes === 86 ? other : one, start + minutes * minute);
    for (const minutes of [100, 161]) await kept.keep(other, start + minutes * minute);
    assert.deepEqual(await spans(), [
      [0, 85],
      [86, 100],
      [161, 161],
    ]);
  });

  it('leaves out a file that is damaged, says so once, and goes on', async () => {
    const told: string[] = [];
    const kept = new SnapshotFolder(folder, { told: (problem) => told.push(problem) });
    const { id } = await kept.keep(one, start);
    await truncate(path.join(folder, id), 20);
    await writeFile(path.join(folder, `${start + 1}-${start + 1}.json.gz`), 'no snapshot');
    await writeFile(path.join(folder, 'notes.txt'), 'mine');
    for (const { id: found } of await kept.list()) {
      assert.equal(await kept.read(found), undefined);
      assert.equal(await kept.read(found), undefined);
    }
    assert.equal(told.length, 2);
    assert.match(told.join('\n'), /is left out of the history/);
    const next = await kept.keep(other, start + 2 * minute);
    assert.deepEqual(await kept.read(next.id), other);
    assert.ok((await readdir(folder)).includes('notes.txt'));
  });

  it('reads nothing but its own files', async () => {
    const kept = new SnapshotFolder(folder);
    await kept.keep(one, start);
    assert.equal(await kept.read('../../secret'), undefined);
  });

  const faults = [
    ['a full disk', failing('write', 'ENOSPC'), /was not kept: the disk is full/],
    ['a disk that fills up at the end', failing('flush', 'ENOSPC'), /disk is full/],
    ['a file that cannot be moved', failing('rename', 'EPERM'), /access is denied/],
    ['a folder that may not be written', failing('create', 'EROFS'), /disk is read-only/],
  ] as const;
  for (const [what, fault, says] of faults)
    it(`says what stands in the way of keeping one (${what}), and keeps what was there`, async () => {
      await new SnapshotFolder(folder).keep(one, start);
      const server = new FaultyServer();
      server.fault = fault;
      const kept = new SnapshotFolder(folder, { fileSystem: server.fileSystem });
      await assert.rejects(kept.keep(other, start + minute), says);
      assert.deepEqual(await spans(), [[0, 0]]);
      assert.equal((await readdir(folder)).length, 1);
      assert.equal(server.open, 0);
    });

  it('holds together when two windows keep theirs at once', async () => {
    const [first, second] = [new SnapshotFolder(folder), new SnapshotFolder(folder)];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? first : second).keep(index % 4 < 2 ? one : other, start + index * minute),
      ),
    );
    const kept = new SnapshotFolder(folder);
    const all = await kept.list();
    assert.ok(all.length > 0);
    assert.equal(all.at(-1)?.until, start + 19 * minute);
    for (const { id } of all) assert.ok(await kept.read(id), id);
    assert.ok((await readdir(folder)).every((name) => name.endsWith('.json.gz')));
  });

  it('stays within its bounds, and clears what a window left that ended half-way', async () => {
    const retention = { ...defaultRetention, mostSnapshots: 5 };
    const kept = new SnapshotFolder(folder, { retention });
    await kept.keep(one, start);
    const left = path.join(folder, '1-2-3.tmp');
    await writeFile(left, 'half');
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(left, longAgo, longAgo);
    for (let index = 1; index < 12; index++)
      await kept.keep(index % 2 === 0 ? one : other, start + index * minute);
    const names = await readdir(folder);
    assert.equal(names.length, 5);
    assert.ok(!names.includes('1-2-3.tmp'));
    assert.equal((await spans()).at(-1)?.[0], 11);
  });

  it('forgets what is later than a clock that was set back', async () => {
    const kept = new SnapshotFolder(folder);
    await kept.keep(one, start);
    await kept.keep(other, start + 60 * minute);
    await kept.forgetAfter(start + minute);
    assert.deepEqual(await spans(), [[0, 0]]);
  });
});
