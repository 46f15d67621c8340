import assert from 'node:assert/strict';
import { CimError } from '../../extension/ports/cim';
import { RemoteFileError } from '../../extension/ports/remoteFiles';
import { never } from './demoSites';
import { withClient } from './demoWorker';

const className = 'SMS_PackagesInContLib';
const target = { computer: 'EDGEDP7', namespace: 'root\\SCCMDP' };

describe('the lists of a demo DP, from its worker', () => {
  it('are changed instance by instance, with what the class declares', () =>
    withClient({}, async ({ dps: { wmi } }) => {
      const declared = await wmi.describe(target, className, never);
      const properties = declared.map(({ name }) => name);
      const all = async () => {
        const found = [];
        for await (const page of wmi.query(target, { className, properties }, never)) found.push(...page);
        return found;
      };
      const before = await all();
      const [one] = before;
      assert.ok(one?.PackageID !== undefined);
      const keys = { PackageID: one.PackageID };
      await wmi.delete(target, { className, keys }, never);
      assert.equal((await all()).length, before.length - 1);
      const gone = wmi.delete(target, { className, keys }, never);
      await assert.rejects(gone, (error) => error instanceof CimError && error.kind === 'notFound');
      await wmi.create(target, className, one, never);
      assert.deepEqual(new Set(await all()), new Set(before));
      await assert.rejects(wmi.create(target, className, one, never), CimError);
    }));

  it('have files that are moved with their bytes and time, and never over others', () =>
    withClient({}, async ({ dps, computers }) => {
      const files = dps.files('\\\\EDGEDP7\\F$');
      const library = computers.files('\\\\EDGEDP7\\F$\\SCCMContentLib');
      const ini = (await library.list('PkgLib', never)).find(({ kind }) => kind === 'file');
      assert.ok(ini);
      const [from, to] = [`SCCMContentLib\\PkgLib\\${ini.name}`, `Quarantine\\run\\${ini.name}`];
      const before = await files.readWhole(from, 65_536, never);
      await files.makeFolder('Quarantine\\run', never);
      await files.makeFolder('Quarantine\\run', never);
      await files.writeText('Quarantine\\run\\entry.json', '{}', 'utf8', never);
      await files.rename(from, to, never);
      const fails = (kind: string) => (error: unknown) =>
        error instanceof RemoteFileError && error.kind === kind;
      await assert.rejects(files.readWhole(from, 65_536, never), fails('notFound'));
      const moved = await files.readWhole(to, 65_536, never);
      assert.deepEqual([[...moved.bytes], moved.modified], [[...before.bytes], before.modified]);
      await assert.rejects(files.rename('Quarantine\\run\\entry.json', to, never), fails('exists'));
      await files.rename(to, from, never);
      assert.deepEqual(await files.readWhole(from, 65_536, never), before);
    }));
});
