import assert from 'node:assert/strict';
import type { DpKey } from '../../../extension/core/content/nalPath';
import type { Mismatch } from '../../../extension/core/library/mismatch';
import { quarantinePlace } from '../../../extension/core/library/repair/quarantinePlace';
import { repairWay, type MismatchPlace } from '../../../extension/core/library/repair/repairWay';
import { isLibraryWork } from '../../../extension/core/run/parseLibraryWork';

const mismatch: Mismatch = {
  dp: 'dp1|windows nt server' as DpKey,
  dpName: 'DP1',
  packageId: 'PS100001',
  packageName: 'Firefox',
  kind: 'onlyInWmi',
  targeted: true,
  lists: { site: 'present', wmi: 'present', pkgLib: 'absent' },
  findings: [],
  seenTwice: true,
};

const place: MismatchPlace = {
  dp: {
    key: mismatch.dp,
    id: 1,
    nalPath: '["Display=\\\\DP1\\"]MSWNET:["SMS_SITE=PS1"]\\\\DP1\\',
    serverName: 'DP1',
    siteCode: 'PS1',
    resourceType: 'Windows NT Server',
    description: '',
    isPullDp: false,
    isCloud: false,
    isSiteServer: false,
    validates: true,
    validationSchedule: undefined,
  },
  onlyReported: undefined,
  groups: [],
};

const wayOf = (parts: Partial<Mismatch>, where: Partial<MismatchPlace> = {}): string => {
  const way = repairWay({ ...mismatch, ...parts }, { ...place, ...where });
  return way.kind === 'none' ? way.rule : way.kind;
};

describe('what repairs a mismatch', () => {
  it('follows from the target', () => {
    for (const kind of ['onlyInWmi', 'onlyInPkgLib', 'filesMissing', 'notThere'] as const)
      assert.equal(wayOf({ kind }), 'redistribute', kind);
    for (const kind of ['onlyInWmi', 'onlyInPkgLib', 'notTargeted', 'filesMissing'] as const)
      assert.equal(wayOf({ kind, targeted: false }), 'quarantine', kind);
  });

  it('is nothing where anything is in doubt', () => {
    const cut = {
      in: 'pkgLib',
      kind: 'notUnderstood',
      path: 'PkgLib\\PS100001.INI',
      detail: 'It ends in its section.',
    } as const;
    assert.equal(wayOf({ seenTwice: false }), 'seenOnce');
    assert.equal(wayOf({ targeted: undefined }), 'targetUnknown');
    assert.equal(wayOf({ kind: 'damaged', findings: [cut] }), 'damaged');
    assert.equal(wayOf({ kind: 'notTargeted', targeted: false, findings: [cut] }), 'damaged');
    assert.equal(wayOf({ kind: 'inFlight' }), 'inFlight');
    assert.equal(wayOf({ kind: 'unknown' }), 'unread');
    assert.equal(wayOf({ packageId: '', kind: 'damaged', findings: [cut] }), 'strayName');
    assert.equal(wayOf({ targeted: false }, { groups: ['All DPs'] }), 'groupAsks');
  });

  it('is nothing where the library is not the own one of the DP, or nobody knows', () => {
    assert.equal(wayOf({}, { onlyReported: 'siteServer' }), 'siteServer');
    assert.equal(wayOf({}, { onlyReported: 'remoteLibrary' }), 'remoteLibrary');
    assert.equal(wayOf({}, { onlyReported: 'notKnown' }), 'libraryNotKnown');
    assert.equal(wayOf({}, { dp: undefined }), 'dpGone');
  });
});

describe('the place of a quarantine', () => {
  it('is beside the library, on its drive', () =>
    assert.deepEqual(quarantinePlace('DP1', ' d:\\Data\\SCCMContentLib\\ '), {
      root: '\\\\DP1\\D$',
      pkgLib: 'Data\\SCCMContentLib\\PkgLib',
    }));

  it('is nowhere for a library that is not in a folder of a drive', () => {
    for (const library of [
      '\\\\NAS\\Lib',
      'D:\\',
      'D:',
      '',
      'D:\\a\\..\\b',
      'D:\\a|b',
      'D:\\a\\\\b',
      '\\\\?\\D:\\a',
    ])
      assert.equal(quarantinePlace('DP1', library), undefined, library);
  });
});

describe('an entry of a file', () => {
  const work = {
    library: 'D:\\SCCMContentLib',
    entry: {
      packageId: 'PS100001',
      instances: [],
      ini: { name: 'PS100001.INI', bytes: '', modified: 1 },
    },
  };

  it('names a file of PkgLib, and no path that leads elsewhere', () => {
    assert.ok(isLibraryWork(work));
    for (const name of [
      '..\\PS100001.INI',
      'PS100001.INI\\..\\x',
      'C:PS100001.INI',
      'PS100001.INI ',
      'x.exe',
    ])
      assert.ok(
        !isLibraryWork({ ...work, entry: { ...work.entry, ini: { ...work.entry.ini, name } } }),
        name,
      );
  });
});
