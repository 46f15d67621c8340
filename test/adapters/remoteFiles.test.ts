import assert from 'node:assert/strict';
import { mkdirSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Lanes } from '../../extension/adapters/files/lanes';
import { UncFiles } from '../../extension/adapters/files/uncFiles';
import type { RemoteFileFailureKind } from '../../extension/ports/remoteFiles';
import {
  failing,
  FaultyServer,
  hanging,
  inFolder,
  never,
  refused,
  until,
  type Verb,
} from './remoteFilesFaults';

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

describe('remote files: reading', () => {
  it('lists names, kinds, sizes and times, below either separator', () =>
    inFolder(async ({ files, path }) => {
      mkdirSync(path('PkgLib/sub'), { recursive: true });
      writeFileSync(path('PkgLib/ABC00001.INI'), '[Info]');
      utimesSync(path('PkgLib/ABC00001.INI'), 1000, 2000);
      for (const folder of ['PkgLib', 'PkgLib\\', 'PkgLib/']) {
        const entries = new Map((await files.list(folder, never)).map((entry) => [entry.name, entry]));
        assert.deepEqual(entries.get('ABC00001.INI'), {
          name: 'ABC00001.INI',
          kind: 'file',
          size: 6,
          modified: 2_000_000,
        });
        assert.equal(entries.get('sub')?.kind, 'folder');
        assert.equal(entries.size, 2);
      }
      assert.deepEqual(await files.list('PkgLib\\sub', never), []);
      assert.deepEqual(
        (await files.list('', never)).map(({ name }) => name),
        ['PkgLib'],
      );
    }));

  it('lists a folder of many files while some go away', () =>
    inFolder(async ({ files, server, path }) => {
      for (let i = 0; i < 300; i += 1) writeFileSync(path(`${i}.INI`), '');
      server.fault = (verb, asked) =>
        verb === 'state' && asked.endsWith('7.INI') ? { code: 'ENOENT' } : undefined;
      assert.equal((await files.list('', never)).length, 270);
    }));

  it('gives no list at all when one of its files cannot be looked at', () =>
    inFolder(async ({ files, server, path }) => {
      writeFileSync(path('a'), '');
      server.fault = failing('state', 'ECONNRESET', 1);
      await assert.rejects(files.list('', never), refused('unreachable'));
    }));

  it('reads a part, the end, and nothing beyond it', () =>
    inFolder(async ({ files, path }) => {
      writeFileSync(path('log'), '0123456789');
      const read = async (from: number, length: number) => {
        const { bytes, ...range } = await files.read('log', from, length, never);
        return { ...range, text: Buffer.from(bytes).toString() };
      };
      assert.deepEqual(await read(2, 3), { from: 2, to: 5, size: 10, text: '234' });
      assert.deepEqual(await read(8, 100), { from: 8, to: 10, size: 10, text: '89' });
      assert.deepEqual(await read(20, 5), { from: 20, to: 20, size: 10, text: '' });
    }));

  it('gives what is left of a file that is cut while it is read', () =>
    inFolder(async ({ files, server, path }) => {
      writeFileSync(path('log'), '0123456789');
      server.fault = (verb) => {
        if (verb === 'read') truncateSync(path('log'), 4);
        return undefined;
      };
      const { bytes, to } = await files.read('log', 0, 10, never);
      assert.deepEqual({ text: Buffer.from(bytes).toString(), to }, { text: '0123', to: 4 });
    }));

  it('reads more than one answer holds', () =>
    inFolder(async ({ files, path }) => {
      const content = Buffer.alloc(700_000, 'abcdefg');
      writeFileSync(path('big'), content);
      const { bytes } = await files.read('big', 0, Infinity, never);
      assert.ok(content.equals(bytes));
    }));
});

describe('remote files: failures', () => {
  const kinds: readonly (readonly [string, RemoteFileFailureKind])[] = [
    ['EACCES', 'denied'],
    ['EPERM', 'denied'],
    ['ENETUNREACH', 'unreachable'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ETIMEDOUT', 'unreachable'],
    ['ECONNRESET', 'unreachable'],
    ['UNKNOWN', 'unreachable'],
    ['EISDIR', 'failed'],
    ['ENOSPC', 'failed'],
    ['EWHATEVER', 'failed'],
  ];
  for (const [code, kind] of kinds)
    it(`tells ${code} as ${kind}, with path, code and next step`, () =>
      inFolder(async ({ files, server, path }) => {
        writeFileSync(path('a'), '');
        server.fault = failing('openToRead', code);
        await assert.rejects(files.readText('a', never), refused(kind, path('a'), `(${code}). `));
        server.fault = () => undefined;
        assert.equal((await files.readText('a', never)).text, '');
        assert.equal(server.open, 0);
      }));

  it('tells a file that is not there from a root that is not there', () =>
    inFolder(async ({ files, root, path }) => {
      await assert.rejects(files.readText('gone.INI', never), refused('notFound', path('gone.INI')));
      await assert.rejects(files.list('gone', never), refused('notFound'));
      const away = new UncFiles(`${root}-away`);
      await assert.rejects(away.readText('gone.INI', never), refused('unreachable', `${root}-away`));
      await assert.rejects(away.list('', never), refused('notFound', `${root}-away`));
    }));

  it('reads again when others hold the file open for a moment', () =>
    inFolder(async ({ files, server, path }) => {
      writeFileSync(path('a'), 'text');
      server.fault = failing('openToRead', 'EBUSY', 2);
      assert.equal((await files.readText('a', never)).text, 'text');
    }));

  it('says that others hold the file open, after some attempts', () =>
    inFolder(async ({ files, server, path }) => {
      writeFileSync(path('a'), 'text');
      server.fault = failing('openToRead', 'EBUSY');
      await assert.rejects(files.readText('a', never), refused('inUse', path('a'), 'Close that program'));
      assert.equal(server.calls.length, 4);
    }));
});

describe('remote files: a server that hangs', () => {
  const verbs: readonly Verb[] = ['openToRead', 'state', 'read'];
  for (const verb of verbs)
    it(`frees the caller in time when it hangs at ${verb}, and closes what opens late`, () =>
      inFolder(
        async ({ files, server, root, path }) => {
          writeFileSync(path('a'), 'text');
          await sleep(1);
          const before = timers();
          const { fault, release } = hanging(verb);
          server.fault = fault;
          const began = Date.now();
          await assert.rejects(files.readText('a', never), refused('timeout', path('a'), '0.04 s'));
          assert.ok(Date.now() - began < 1000);
          await until(() => timers() <= before);
          assert.ok(timers() <= before);
          release();
          await until(() => server.open === 0);
          assert.equal(server.open, 0);
          server.fault = () => undefined;
          const patient = new UncFiles(root, { fileSystem: server.fileSystem });
          assert.equal((await patient.readText('a', never)).text, 'text');
          assert.ok(timers() <= before);
        },
        { answerWithin: 40 },
      ));

  it('frees the caller at once when the signal aborts, before and after', () =>
    inFolder(async ({ files, server, path }) => {
      writeFileSync(path('a'), 'text');
      await sleep(1);
      const before = timers();
      const { fault, release } = hanging('openToRead');
      server.fault = fault;
      const stop = new AbortController();
      const reading = files.read('a', 0, 1, stop.signal);
      await sleep(5);
      const began = Date.now();
      stop.abort();
      await assert.rejects(reading, refused('cancelled', path('a')));
      assert.ok(Date.now() - began < 200);
      const made = server.calls.length;
      await assert.rejects(files.list('', stop.signal), refused('cancelled'));
      assert.equal(server.calls.length, made);
      assert.ok(timers() <= before);
      release();
    }));

  it('lets a slow server take its time as long as it answers', () =>
    inFolder(
      async ({ files, server, path }) => {
        writeFileSync(path('big'), Buffer.alloc(1_000_000, 'x'));
        server.fault = (verb) => (verb === 'read' ? { until: sleep(120) } : undefined);
        const { bytes } = await files.read('big', 0, 1_000_000, never);
        assert.equal(bytes.length, 1_000_000);
      },
      { answerWithin: 400 },
    ));

  it('makes no call beyond its lanes, which hung calls keep until they come back', () =>
    inFolder(async ({ root, path }) => {
      writeFileSync(path('a'), 'text');
      const lanes = new Lanes(2);
      const [hung, sound] = [new FaultyServer(), new FaultyServer()];
      const { fault, release } = hanging('openToRead');
      hung.fault = fault;
      const options = { answerWithin: 40, lanes };
      const lost = new UncFiles(root, { ...options, fileSystem: hung.fileSystem });
      const other = new UncFiles(root, { ...options, fileSystem: sound.fileSystem });
      const asked = [1, 2, 3, 4].map(() => lost.readText('a', never));
      for (const one of asked) await assert.rejects(one, refused('timeout'));
      assert.equal(hung.calls.length, 2);
      await assert.rejects(other.readText('a', never), refused('timeout'));
      assert.deepEqual(sound.calls, []);
      release();
      const patient = new UncFiles(root, { lanes, fileSystem: sound.fileSystem });
      assert.equal((await patient.readText('a', never)).text, 'text');
      assert.equal(hung.calls.length, 2);
    }));
});
