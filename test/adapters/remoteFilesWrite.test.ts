import assert from 'node:assert/strict';
import { existsSync, linkSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { UncFiles } from '../../extension/adapters/files/uncFiles';
import type { RemoteFileFailureKind } from '../../extension/ports/remoteFiles';
import { failing, hanging, inFolder, never, refused, until, type Verb } from './remoteFilesFaults';

describe('remote files: writing', () => {
  it('makes and replaces a file, and leaves nothing beside it', () =>
    inFolder(async ({ files, root, path }) => {
      await files.writeText('a.ini', 'eins', 'utf8', never);
      await files.writeText('a.ini', 'zwölf', 'ansi', never);
      assert.deepEqual([...readFileSync(path('a.ini'))], [0x7a, 0x77, 0xf6, 0x6c, 0x66]);
      assert.deepEqual(readdirSync(root), ['a.ini']);
    }));

  it('refuses a character that the encoding cannot hold, and leaves the old file', () =>
    inFolder(async ({ files, root, path }) => {
      writeFileSync(path('a.ini'), 'old');
      await assert.rejects(files.writeText('a.ini', 'a → b', 'ansi', never), refused('failed', 'ansi'));
      await assert.rejects(files.writeText('a.ini', '\ud800', 'utf8', never), refused('failed', 'utf8'));
      assert.equal(readFileSync(path('a.ini'), 'utf8'), 'old');
      assert.deepEqual(readdirSync(root), ['a.ini']);
    }));

  const steps: readonly (readonly [Verb, string, RemoteFileFailureKind])[] = [
    ['create', 'EACCES', 'denied'],
    ['write', 'ENOSPC', 'failed'],
    ['flush', 'ECONNRESET', 'unreachable'],
    ['rename', 'EBUSY', 'inUse'],
    ['rename', 'EPERM', 'inUse'],
    ['rename', 'EIO', 'failed'],
  ];
  for (const [verb, code, kind] of steps)
    it(`leaves the old file, and nothing beside it, when ${verb} fails with ${code}`, () =>
      inFolder(async ({ files, server, root, path }) => {
        writeFileSync(path('a.ini'), 'old');
        server.fault = failing(verb, code);
        await assert.rejects(files.writeText('a.ini', 'new', 'utf8', never), refused(kind, path('a.ini')));
        assert.equal(readFileSync(path('a.ini'), 'utf8'), 'old');
        assert.deepEqual(readdirSync(root), ['a.ini']);
        assert.equal(server.open, 0);
      }));

  it('replaces a file that others let go in time', () =>
    inFolder(async ({ files, server, path }) => {
      writeFileSync(path('a.ini'), 'old');
      server.fault = failing('rename', 'EPERM', 2);
      await files.writeText('a.ini', 'new', 'utf8', never);
      assert.equal(readFileSync(path('a.ini'), 'utf8'), 'new');
    }));

  it('does not rename any more after the caller was told that it took too long', () =>
    inFolder(
      async ({ files, server, root, path }) => {
        writeFileSync(path('a.ini'), 'old');
        const { fault, release } = hanging('flush');
        server.fault = fault;
        await assert.rejects(files.writeText('a.ini', 'new', 'utf8', never), refused('timeout', 'not known'));
        release();
        await until(() => readdirSync(root).length === 1);
        assert.equal(readFileSync(path('a.ini'), 'utf8'), 'old');
        assert.deepEqual(readdirSync(root), ['a.ini']);
      },
      { answerWithin: 40 },
    ));

  it('clears what an earlier write left when its process ended', () =>
    inFolder(async ({ files, server, root, path }) => {
      const { fault, release } = hanging('flush');
      server.fault = fault;
      const stop = new AbortController();
      const first = files.writeText('a.ini', 'half', 'utf8', stop.signal);
      await until(() => readdirSync(root).length > 0);
      const [left = ''] = readdirSync(root);
      const other = new UncFiles(root);
      await assert.rejects(other.writeText('a.ini', 'new', 'utf8', never), refused('inUse', left));
      utimesSync(path(left), new Date(), new Date(Date.now() - 3_600_000));
      await other.writeText('a.ini', 'new', 'utf8', never);
      assert.deepEqual(readdirSync(root), ['a.ini']);
      stop.abort();
      release();
      await assert.rejects(first, refused('cancelled'));
      assert.equal(readFileSync(path('a.ini'), 'utf8'), 'new');
    }));

  it('never mixes two writers of one file', () =>
    inFolder(async ({ files, root, path }) => {
      const texts = Array.from({ length: 8 }, (_, i) => String(i).repeat(300_000));
      const results = await Promise.allSettled(
        texts.map((text) => files.writeText('a', text, 'utf8', never)),
      );
      for (const result of results) if (result.status === 'rejected') refused('inUse')(result.reason);
      assert.ok(results.some(({ status }) => status === 'fulfilled'));
      assert.ok(texts.includes(readFileSync(path('a'), 'utf8')));
      assert.deepEqual(readdirSync(root), ['a']);
    }));

  it('renames, and refuses when something is there or nothing is', () =>
    inFolder(async ({ files, path }) => {
      writeFileSync(path('a'), 'a');
      writeFileSync(path('b'), 'b');
      await assert.rejects(files.rename('a', 'b', never), refused('exists', path('a'), path('b')));
      assert.equal(readFileSync(path('b'), 'utf8'), 'b');
      await files.rename('a', 'A', never);
      assert.ok(existsSync(path('A')));
      if (!existsSync(path('a'))) linkSync(path('A'), path('a'));
      await files.rename('A', 'a', never);
      await assert.rejects(files.rename('c', 'd', never), refused('notFound', path('c')));
      await assert.rejects(files.rename('b', 'no/b', never), refused('notFound', path('no')));
      await assert.rejects(files.rename('b', '..\\b', never), refused('outside'));
      assert.equal(readFileSync(path('b'), 'utf8'), 'b');
    }));
});

describe('remote files: folders, and files as a whole', () => {
  it('makes a folder with those above it, once or again', () =>
    inFolder(async ({ files, path }) => {
      for (let times = 0; times < 2; times++) await files.makeFolder('Quarantine\\run 1\\Größe', never);
      assert.ok(existsSync(path('Quarantine/run 1/Größe')));
    }));

  it('makes no folder where a file stands, and none outside', () =>
    inFolder(async ({ files, path }) => {
      writeFileSync(path('a'), 'old');
      await assert.rejects(files.makeFolder('a\\b', never), refused('exists', path('a')));
      await assert.rejects(files.makeFolder('..\\b', never), refused('outside', '..'));
      assert.equal(readFileSync(path('a'), 'utf8'), 'old');
    }));

  it('makes a folder that another program makes at the same moment', () =>
    inFolder(async ({ files, server, path }) => {
      server.fault = failing('makeFolder', 'EEXIST', 1);
      await files.makeFolder('a', never);
      assert.ok(!existsSync(path('a')), 'the other one has made it');
    }));

  it('says that it may have made it after all when no answer came', () =>
    inFolder(
      async ({ files, server }) => {
        const { fault, release } = hanging('makeFolder');
        server.fault = fault;
        await assert.rejects(files.makeFolder('a', never), refused('timeout', 'not known'));
        release();
      },
      { answerWithin: 50 },
    ));

  it('reads all bytes of a file with its time, and refuses one that is too long', () =>
    inFolder(async ({ files, path }) => {
      writeFileSync(path('a.ini'), Buffer.from([0xff, 0xfe, 0, 1]));
      const modified = Date.UTC(2026, 4, 1);
      utimesSync(path('a.ini'), modified / 1000, modified / 1000);
      const read = await files.readWhole('a.ini', 4, never);
      assert.deepEqual([[...read.bytes], read.modified], [[0xff, 0xfe, 0, 1], modified]);
      await assert.rejects(files.readWhole('a.ini', 3, never), refused('failed', '4 bytes'));
      await assert.rejects(files.readWhole('b.ini', 4, never), refused('notFound', 'b.ini'));
      await files.makeFolder('c.ini', never);
      await assert.rejects(files.readWhole('c.ini', 4, never), refused('failed', 'c.ini'));
    }));

  it('moves a file to another folder with its bytes and time', () =>
    inFolder(async ({ files, path }) => {
      writeFileSync(path('a.ini'), 'old');
      const modified = Date.UTC(2026, 4, 1);
      utimesSync(path('a.ini'), modified / 1000, modified / 1000);
      await files.makeFolder('b', never);
      await files.rename('a.ini', 'b\\a.ini', never);
      const read = await files.readWhole('b\\a.ini', 100, never);
      assert.deepEqual([Buffer.from(read.bytes).toString(), read.modified], ['old', modified]);
      assert.ok(!existsSync(path('a.ini')));
    }));
});
