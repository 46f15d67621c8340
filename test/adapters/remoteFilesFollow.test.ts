import assert from 'node:assert/strict';
import { appendFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { RemoteFiles } from '../../extension/ports/remoteFiles';
import { failing, inFolder } from './remoteFilesFaults';

/** Collects what a followed file sends, in the order in which it comes. */
class Follower {
  readonly pieces: { readonly from: number; readonly text: string }[] = [];
  private readonly stop = new AbortController();
  private readonly ended: Promise<void>;

  constructor(files: RemoteFiles, file: string, from: number) {
    this.ended = this.collect(files.follow(file, from, this.stop.signal));
    this.ended.catch(() => undefined);
  }

  get text(): string {
    return this.pieces.map(({ text }) => text).join('');
  }

  /** Waits until all of this has come, and nothing else. */
  async until(text: string): Promise<void> {
    const deadline = Date.now() + 3000;
    while (this.text.length < text.length && Date.now() < deadline) await sleep(2);
    assert.equal(this.text, text);
  }

  async end(): Promise<void> {
    this.stop.abort();
    await this.ended;
  }

  failure(): Promise<unknown> {
    return this.ended.then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  private async collect(pieces: AsyncIterable<{ from: number; bytes: Uint8Array }>): Promise<void> {
    for await (const { from, bytes } of pieces)
      this.pieces.push({ from, text: Buffer.from(bytes).toString('latin1') });
  }
}

/** Follows `log` in a folder of its own until the test is over. */
const following = (
  from: number,
  before: string | undefined,
  test: (follower: Follower, log: string, server: { fault: ReturnType<typeof failing> }) => Promise<void>,
) =>
  inFolder(async ({ files, path, server }) => {
    const log = path('log');
    if (before !== undefined) writeFileSync(log, before);
    const follower = new Follower(files, 'log', from);
    await test(follower, log, server);
    await follower.end();
  });

describe('following a remote file', () => {
  it('sends what stands there, then what is appended', () =>
    following(0, 'one ', async (follower, log) => {
      await follower.until('one ');
      appendFileSync(log, 'two ');
      await follower.until('one two ');
      appendFileSync(log, 'three');
      await follower.until('one two three');
      assert.deepEqual(
        follower.pieces.map(({ from }) => from),
        [0, 4, 8],
      );
    }));

  it('goes on from a place, or sends only what is appended from now on', async () => {
    await following(4, 'one two', async (follower) => follower.until('two'));
    await following(Infinity, 'one two', async (follower, log) => {
      await sleep(30);
      appendFileSync(log, ' three');
      await follower.until(' three');
      assert.equal(follower.pieces[0]?.from, 7);
    });
  });

  it('waits for a file that is not there yet, and sends all of it', async () => {
    for (const from of [0, 12, Infinity])
      await following(from, undefined, async (follower, log) => {
        await sleep(20);
        writeFileSync(log, 'hello');
        await follower.until('hello');
      });
  });

  it('starts again when the file was cut', () =>
    following(0, 'first and long', async (follower, log) => {
      await follower.until('first and long');
      truncateSync(log);
      await sleep(30);
      appendFileSync(log, 'second');
      await follower.until('first and longsecond');
      assert.equal(follower.pieces.at(-1)?.from, 0);
    }));

  it('starts at the beginning of a file that was cut before the place to go on from', () =>
    following(100, 'short', async (follower) => follower.until('short')));

  it('starts again when the file was cut and is longer by the next look', () =>
    following(0, 'first', async (follower, log) => {
      await follower.until('first');
      writeFileSync(log, 'second and much longer');
      await follower.until('firstsecond and much longer');
      assert.equal(follower.pieces.at(-1)?.from, 0);
    }));

  it('starts again when the log rolled over, also to one that begins alike', () =>
    following(0, 'line 1\n', async (follower, log) => {
      await follower.until('line 1\n');
      renameSync(log, `${log}.lo_`);
      writeFileSync(log, 'line 1\nline 2\n');
      await follower.until('line 1\nline 1\nline 2\n');
      rmSync(log);
      await sleep(20);
      writeFileSync(log, 'line 3\n');
      await follower.until('line 1\nline 1\nline 2\nline 3\n');
    }));

  it('takes a burst in pieces that fit into memory, without a pause between', () =>
    inFolder(
      async ({ files, path }) => {
        const burst = Array.from({ length: 100_000 }, (_, line) => `line ${line}\n`).join('');
        writeFileSync(path('log'), burst);
        const follower = new Follower(files, 'log', 0);
        await follower.until(burst);
        assert.ok(follower.pieces.every(({ text }) => text.length <= 256 * 1024));
        await follower.end();
      },
      { lookEvery: 60_000 },
    ));

  it('goes on after others held the file open, or were about to delete it', () =>
    following(0, 'one', async (follower, log, server) => {
      await follower.until('one');
      server.fault = failing('openToRead', 'EBUSY', 6);
      appendFileSync(log, ' two');
      await follower.until('one two');
      server.fault = failing('openToRead', 'EPERM', 3);
      appendFileSync(log, ' three');
      await follower.until('one two three');
    }));

  it('ends with an error when the server goes away', () =>
    inFolder(async ({ files, path, server }) => {
      writeFileSync(path('log'), 'one');
      const follower = new Follower(files, 'log', 0);
      await follower.until('one');
      server.fault = failing('openToRead', 'ENETUNREACH');
      assert.match(String(await follower.failure()), /log could not be read: .*ENETUNREACH/);
    }));

  it('ends at once with the signal, and leaves no file open', () =>
    inFolder(
      async ({ files, path, server }) => {
        writeFileSync(path('log'), 'one');
        const follower = new Follower(files, 'log', 0);
        await follower.until('one');
        const began = Date.now();
        await follower.end();
        assert.ok(Date.now() - began < 500);
        assert.equal(server.open, 0);
      },
      { lookEvery: 60_000 },
    ));

  it('loses nothing and repeats nothing, however the writer cuts its lines', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ maxLength: 40 }), fc.nat(3)), { maxLength: 12 }),
        (writes) =>
          following(0, '', async (follower, log) => {
            for (const [text, pause] of writes) {
              appendFileSync(log, Buffer.from(text, 'latin1'));
              if (pause > 0) await sleep(pause);
            }
            await follower.until(
              Buffer.from(writes.map(([text]) => text).join(''), 'latin1').toString('latin1'),
            );
          }),
      ),
      { numRuns: 15 },
    ));
});
