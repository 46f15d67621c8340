import assert from 'node:assert/strict';
import { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import type { DemoDp } from '../../../extension/adapters/demo/site/demoDp';
import type { LibraryReport } from '../../../extension/core/library/libraryReport';
import type { Mismatch } from '../../../extension/core/library/mismatch';
import { mismatchAdvice } from '../../../extension/core/library/mismatchAdvice';
import { onlyReported } from '../../../extension/core/library/onlyReported';
import type { Faults } from '../../../extension/protocol/demoSite';
import { findOn, foundKinds } from './findings';

const pkgLib = 'SCCMContentLib\\PkgLib';

describe('what goes wrong in a content library is told as itself', () => {
  let engine: DemoEngine;
  let dp: DemoDp;
  /** A package that is sound on the DP. */
  let sound: string;

  before(async () => {
    engine = await DemoEngine.open(demoSiteOptions({ seed: 4, speed: 0 }));
    const found = engine.site.model.dps.find(({ profile }) => profile === 'weekly');
    assert.ok(found !== undefined);
    dp = found;
    const [report] = await findOn(engine, [dp], { waitMinutes: 0 });
    const wrong = new Set(report?.mismatches.map(({ packageId }) => packageId));
    sound = [...engine.libraries.of(dp).listedInPkgLib()].find((id) => !wrong.has(id)) ?? '';
    assert.notEqual(sound, '');
  });
  after(() => engine.close());
  afterEach(() => {
    engine.changeFaults({});
    engine.libraries.of(dp).disk.renew(`${pkgLib}\\${sound}.INI`);
    engine.libraries.of(dp).wmi.renew(sound);
  });

  const look = async (faults: Faults = {}, meanwhile?: () => Promise<void>): Promise<LibraryReport> => {
    engine.changeFaults(faults);
    const [report] = await findOn(engine, [dp], meanwhile === undefined ? {} : { meanwhile });
    assert.ok(report !== undefined);
    return report;
  };
  const ofSound = ({ mismatches }: LibraryReport): Mismatch | undefined =>
    mismatches.find(({ packageId }) => packageId === sound);
  /** Nothing may be called absent in a list that was not read. */
  const assertUnknown = (
    { mismatches }: LibraryReport,
    ...lists: readonly ('wmi' | 'pkgLib' | 'site')[]
  ): void => {
    for (const one of mismatches.filter(({ packageId }) => packageId !== ''))
      for (const list of lists) assert.equal(one.lists[list], 'unknown');
  };

  it('a DP that does not answer', async () => {
    const silent = await look({ silentDps: [dp.server] });
    assertUnknown(silent, 'wmi', 'pkgLib');
    assert.match(silent.notRead.join('\n'), /WMI list: .*stopped answering[^]*PkgLib: .*does not answer/);
    assert.equal(
      silent.mismatches.some(({ kind }) => kind.startsWith('only')),
      false,
    );
    const down = await look({ downDps: [dp.server] });
    assert.match(down.notRead.join('\n'), /Registry: [^]*WMI list: /);
    assert.equal(down.onlyReported, 'notKnown');
  });

  it('a share that may not be read, and a database that does not answer', async () => {
    const closed = await look({ closedLibraries: [dp.server] });
    assertUnknown(closed, 'pkgLib');
    assert.match(closed.notRead.join('\n'), /^PkgLib: .*access is denied/);
    assert.deepEqual(
      closed.mismatches.filter(({ kind }) => kind === 'notThere' || kind === 'onlyInWmi'),
      [],
    );
    const deaf = await look({ failQuery: 'libraryTargets' });
    assertUnknown(deaf, 'site');
    assert.match(deaf.notRead.join('\n'), /^Site database: /);
    for (const { kind, targeted } of deaf.mismatches)
      assert.ok(targeted === undefined && kind !== 'notTargeted' && kind !== 'notThere');
  });

  it('a single .INI that may not be read', async () => {
    const report = await look({ deniedFiles: [`PkgLib\\${sound}.INI`] });
    const found = ofSound(report);
    assert.deepEqual([found?.kind, found?.lists.pkgLib], ['unknown', 'unknown']);
    assert.match(found?.findings[0]?.detail ?? '', /access is denied/);
  });

  it('half an .INI, an empty one, a folder in its place, a stray name', async () => {
    const { disk } = engine.libraries.of(dp);
    const path = `${pkgLib}\\${sound}.INI`;
    for (const text of ['[Packages]\r\nContent_0a', '', '\0\0\0\0']) {
      disk.write(path, Buffer.from(text), 0);
      const found = ofSound(await look());
      assert.deepEqual([found?.kind, found?.lists.pkgLib, found?.seenTwice], ['damaged', 'unknown', true]);
    }
    disk.remove(path);
    disk.makeFolder(path, 0);
    const folder = ofSound(await look());
    assert.deepEqual([folder?.kind, folder?.findings[0]?.kind], ['damaged', 'wrongKind']);
    assert.equal(folder?.lists.wmi, 'present');
    disk.write(`${pkgLib}\\readme.txt`, Buffer.from('x'), 0);
    assert.equal(foundKinds(await look()).get('PkgLib\\readme.txt'), 'damaged');
    disk.remove(`${pkgLib}\\readme.txt`);
  });

  it('keys that mean nothing, and any case of the name, are no mismatch', async () => {
    const { disk } = engine.libraries.of(dp);
    const path = `${pkgLib}\\${sound}.INI`;
    const text = Buffer.from(disk.read(path));
    disk.remove(path);
    disk.write(path.toLowerCase(), Buffer.concat([text, Buffer.from('')]), 0);
    assert.equal(ofSound(await look()), undefined);
  });

  it('what changes between the looks is in flight; what stays is seen twice', async () => {
    const { wmi } = engine.libraries.of(dp);
    wmi.delete(sound);
    const stays = ofSound(await look());
    assert.deepEqual([stays?.kind, stays?.seenTwice, stays?.targeted], ['onlyInPkgLib', true, true]);
    const heals = await look({}, () => {
      wmi.create({ PackageID: sound, PackageVersion: 1 });
      return Promise.resolve();
    });
    assert.deepEqual([ofSound(heals)?.kind, ofSound(heals)?.seenTwice], ['inFlight', false]);
  });

  it('a library that falls silent before the second look is not called changed, and is not seen twice', async () => {
    engine.libraries.of(dp).wmi.delete(sound);
    const report = await look({}, () => {
      engine.changeFaults({ closedLibraries: [dp.server] });
      return Promise.resolve();
    });
    const found = ofSound(report);
    assert.deepEqual([found?.kind, found?.seenTwice, found?.lists.pkgLib], ['unknown', false, 'unknown']);
  });

  it('what is being distributed is in flight', async () => {
    engine.libraries.of(dp).wmi.delete(sound);
    const keys = { PackageID: sound, ServerNALPath: dp.nalPath, SiteCode: dp.siteCode };
    const path = { className: 'SMS_DistributionPoint', keys };
    await engine.cim.put(engine.info.provider, path, { RefreshNow: true }, new AbortController().signal);
    const [report] = await findOn(engine, [dp], { waitMinutes: 1 });
    assert.equal(report && ofSound(report)?.kind, 'inFlight');
    await engine.advance(24 * 3_600_000);
    assert.equal(engine.libraries.of(dp).wmi.get(sound)?.['PackageID'], sound);
  });

  it('validation says 2388 for as long as the lists differ, and no longer', async () => {
    const command = { CommandLine: `${dp.drive}:\\SMS_DP$\\sms\\bin\\smsdpmon.exe` };
    const target = { computer: dp.server, namespace: 'root\\cimv2' };
    const last = async (): Promise<unknown> => {
      await engine.cim.invoke(target, 'Win32_Process', 'Create', command, new AbortController().signal);
      await engine.advance(24 * 3_600_000);
      const [row] = engine.site.database.all(
        `SELECT MessageID FROM v_StatusMessage WHERE MachineName = ? AND MessageID IN (2386, 2388)
          ORDER BY Time DESC, RecordID DESC`,
        [dp.style.machineName],
      );
      return row?.['MessageID'];
    };
    engine.libraries.of(dp).wmi.delete(sound);
    assert.equal(await last(), 2388);
    engine.libraries.of(dp).wmi.renew(sound);
    assert.equal(await last(), 2386);
  });
});

describe('libraries of which nothing is repaired', () => {
  const own = { path: 'D:\\SCCMContentLib', drives: 'D:\\', siteServer: 'CM01.contoso.local' };
  const dp = { serverName: 'DP1.contoso.local', isSiteServer: false };

  it('are those of site servers, those elsewhere, and those of which that is not known', () => {
    assert.equal(onlyReported(dp, own), undefined);
    assert.equal(onlyReported({ ...dp, isSiteServer: true }, own), 'siteServer');
    assert.equal(onlyReported(dp, { ...own, siteServer: 'dp1' }), 'siteServer');
    assert.equal(onlyReported(dp, { ...own, path: '\\\\NAS\\SCCMContentLib' }), 'remoteLibrary');
    for (const registry of [undefined, { ...own, path: undefined }])
      assert.equal(onlyReported(dp, registry), 'notKnown');
    assert.equal(onlyReported({ ...dp, isSiteServer: undefined }, own), 'notKnown');
  });

  it('and the advice says so, the cleanup tool first where the release is known', () => {
    const orphan = { kind: 'onlyInWmi', targeted: false, seenTwice: true } as const;
    const known = { onlyReported: undefined, version: '5.00.9128.1000' };
    assert.match(mismatchAdvice(orphan, known), /^From release 2010 on.*5\.00\.9128\.1000/);
    assert.doesNotMatch(mismatchAdvice(orphan, { ...known, version: undefined }), /2010/);
    assert.doesNotMatch(mismatchAdvice({ ...orphan, targeted: true }, known), /2010/);
    assert.match(mismatchAdvice(orphan, { ...known, onlyReported: 'siteServer' }), /Only reported/);
    assert.match(mismatchAdvice({ ...orphan, seenTwice: false }, known), /Seen once only/);
  });
});
