import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { TextEncoding } from '../../extension/ports/remoteFiles';
import { RemoteFileError } from '../../extension/ports/remoteFiles';
import { CimError } from '../../extension/ports/cim';
import { never } from './demoSites';
import { withClient } from './demoWorker';

const server = 'DPHAM01.contoso.local';
const wmi = { computer: server, namespace: 'root\\SCCMDP' };
const instance = { className: 'SMS_PackagesInContLib', keys: {} };

describe('content libraries of the demo site, by way of its worker', () => {
  it('hold together: PkgLib names contents, DataLib their files, FileLib the bytes by their hash', () =>
    withClient({}, async ({ computers }) => {
      const files = computers.files(`\\\\${server}\\SCCMContentLib$`);
      const encodings = new Set<TextEncoding>();
      let bytesSeen = 0;
      for (const { name } of await files.list('PkgLib', never)) {
        const { text, encoding } = await files.readText(`PkgLib\\${name}`, never);
        encodings.add(encoding);
        const version = /^Version=(\d+)/im.exec(text)?.[1];
        if (version === undefined) continue;
        const folder = `DataLib\\${name.slice(0, 8)}.${version}`;
        const [first] = (await files.list(folder, never).catch(() => [])).filter(
          ({ kind }) => kind === 'file',
        );
        if (first === undefined) continue;
        const hash = /^Hash=([0-9A-F]{64})$/m.exec(
          (await files.readText(`${folder}\\${first.name}`, never)).text,
        )?.[1];
        assert.ok(hash !== undefined);
        const stored = (await files.list(`FileLib\\${hash.slice(0, 4)}`, never)).map((one) => one.name);
        assert.ok(stored.includes(`${hash}.INI`) && stored.includes(`${hash}.SIG`));
        if (!stored.includes(hash)) continue;
        const { bytes, size } = await files.read(`FileLib\\${hash.slice(0, 4)}\\${hash}`, 0, 1e6, never);
        assert.equal(bytes.length, size);
        if (createHash('sha256').update(bytes).digest('hex').toUpperCase() === hash) bytesSeen++;
      }
      assert.ok(bytesSeen > 10);
      for (const encoding of ['utf8', 'utf8bom', 'utf16lebom', 'utf16le'] as const)
        assert.ok(encodings.has(encoding), encoding);
    }));

  it('are reached by their drive too, and have an instance for each package', () =>
    withClient({}, async ({ computers }) => {
      const ids: string[] = [];
      const query = { className: instance.className, properties: ['PackageID'] };
      for await (const page of computers.wmi.query(wmi, query, never))
        ids.push(...page.map(({ PackageID }) => String(PackageID)));
      const [drive] = await Promise.all(
        ['C', 'D', 'E', 'F'].map(async (letter) => {
          const files = computers.files(`\\\\${server}\\${letter}$\\SCCMContentLib`);
          return files.list('PkgLib', never).catch(() => undefined);
        }),
      ).then((found) => found.filter((entries) => entries !== undefined));
      assert.deepEqual(drive?.map(({ name }) => name).sort(), ids.map((id) => `${id}.INI`).sort());
      const known = await computers.wmi.get(wmi, { ...instance, keys: { PackageID: ids[0] ?? '' } }, never);
      assert.equal(known?.['PackageID'], ids[0]);
      assert.equal(
        await computers.wmi.get(wmi, { ...instance, keys: { PackageID: 'PS1FFFFF' } }, never),
        undefined,
      );
    }));

  it('fail as themselves', () =>
    withClient({ faults: { deniedFiles: ['PkgLib\\x.ini'] } }, async ({ computers }) => {
      const files = computers.files(`\\\\${server}\\SCCMContentLib$`);
      const kindOf = (reading: Promise<unknown>): Promise<string> =>
        reading.then(
          () => 'read',
          (error: unknown) => (error instanceof RemoteFileError ? error.kind : String(error)),
        );
      assert.equal(await kindOf(files.readText('PkgLib\\X.INI', never)), 'denied');
      assert.equal(await kindOf(files.readText('PkgLib\\Y.INI', never)), 'notFound');
      assert.equal(await kindOf(files.list('NoLib', never)), 'notFound');
      assert.equal(await kindOf(computers.files(`\\\\${server}\\Z$`).list('', never)), 'unreachable');
      const query = { className: instance.className, properties: ['PackageID', 'NoSuchProperty'] };
      const pages = computers.wmi.query(wmi, query, never)[Symbol.asyncIterator]();
      await assert.rejects(pages.next(), CimError);
    }));
});
