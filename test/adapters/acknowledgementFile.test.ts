import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AcknowledgementFile } from '../../extension/adapters/machine/acknowledgementFile';
import type { Acknowledgement } from '../../extension/core/acknowledge/acknowledgement';
import { said } from '../unit/acknowledge/acknowledgements';
import { failing, FaultyServer } from './remoteFilesFaults';

const of = (packageId: string): Acknowledgement => said({ packageId });

describe('the file of acknowledgements', () => {
  let folder: string;
  let place: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'acknowledge '));
    place = path.join(folder, 'team', 'acknowledged.json');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const packagesIn = async (file = new AcknowledgementFile(place)): Promise<readonly unknown[]> => {
    const read = await file.read();
    assert.ok(read.kind === 'read', JSON.stringify(read));
    return read.acknowledgements.map(({ packageId }) => packageId).sort();
  };
  const beside = async (): Promise<readonly string[]> =>
    (await readdir(path.dirname(place))).filter((name) => name !== path.basename(place));

  it('is empty before anything was said, and holds it over a restart', async () => {
    const file = new AcknowledgementFile(place);
    assert.deepEqual(await packagesIn(file), []);
    await file.add([of('P0100001'), of('P0100002')]);
    assert.deepEqual(await packagesIn(), ['P0100001', 'P0100002']);
    await new AcknowledgementFile(place).remove([of('P0100001')]);
    assert.deepEqual(await packagesIn(file), ['P0100002']);
    assert.deepEqual(await beside(), []);
  });

  it('loses nothing of colleagues who write at the same time', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `P01000${10 + index}`);
    await Promise.all(ids.map((id) => new AcknowledgementFile(place).add([of(id)])));
    assert.deepEqual(await packagesIn(), ids);
    assert.deepEqual(await beside(), []);
  });

  it('tells of a change that somebody else made', async () => {
    await new AcknowledgementFile(place).add([of('P0100001')]);
    const file = new AcknowledgementFile(place, { watchEvery: 20 });
    const changed = new Promise<void>((resolve) => {
      const end = file.onDidChange(() => {
        end();
        resolve();
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    await new AcknowledgementFile(place).add([of('P0100002')]);
    await changed;
    assert.deepEqual(await packagesIn(file), ['P0100001', 'P0100002']);
  });

  it('that is broken sets nothing aside, says where, and is never written over', async () => {
    const file = new AcknowledgementFile(place);
    await file.add([of('P0100001')]);
    const text = (await readFile(place, 'utf8')).replace('"missing"', '"misssing"');
    await writeFile(place, text);
    const read = await file.read();
    assert.ok(read.kind === 'broken');
    assert.match(
      read.problems.join(),
      /acknowledged\.json, line 4, acknowledgements\[0\]\.verdicts: Expected/,
    );
    await assert.rejects(file.add([of('P0100002')]), /Nothing was changed\. Mend the file first\..*line 4/);
    await assert.rejects(file.remove([of('P0100001')]), /Mend the file/);
    assert.equal(await readFile(place, 'utf8'), text);
    assert.deepEqual(await beside(), []);
  });

  const faults = [
    ['a full disk', failing('write', 'ENOSPC'), /disk is full\. Make room/],
    ['a disk that fills up at the end', failing('flush', 'ENOSPC'), /disk is full/],
    ['a folder that may not be written', failing('create', 'EACCES'), /access is denied\. Check the rights/],
    ['a file that another program holds', failing('rename', 'EPERM'), /access is denied/],
    ['a share that went away', failing('openToRead', 'EIO'), /acknowledged\.json was not written: EIO/],
  ] as const;
  for (const [what, fault, says] of faults)
    it(`says what stands in the way of writing (${what}), and keeps what was there`, async () => {
      await new AcknowledgementFile(place).add([of('P0100001')]);
      const server = new FaultyServer();
      server.fault = fault;
      const file = new AcknowledgementFile(place, { fileSystem: server.fileSystem, patience: 0 });
      await assert.rejects(file.add([of('P0100002')]), says);
      assert.deepEqual(await packagesIn(), ['P0100001']);
      assert.deepEqual(await beside(), []);
      assert.equal(server.open, 0);
    });

  it('that cannot be read sets nothing aside, and says why', async () => {
    const server = new FaultyServer();
    server.fault = failing('openToRead', 'EACCES');
    const read = await new AcknowledgementFile(place, { fileSystem: server.fileSystem }).read();
    assert.ok(read.kind === 'broken');
    assert.match(read.problems.join(), /acknowledged\.json: access is denied\. Check the rights/);
  });

  it('waits for another writer, and clears what one left that ended half-way', async () => {
    const file = new AcknowledgementFile(place, { patience: 100 });
    await file.add([of('P0100001')]);
    const left = `${place}.configmgr-content.tmp`;
    await writeFile(left, '{');
    await assert.rejects(file.add([of('P0100002')]), /somebody else is writing it\. Try again/);
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(left, longAgo, longAgo);
    await file.add([of('P0100002')]);
    assert.deepEqual(await packagesIn(), ['P0100001', 'P0100002']);
  });
});
