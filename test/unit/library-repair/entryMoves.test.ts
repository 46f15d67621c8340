import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  nextBack,
  nextOut,
  nextUndone,
  type EntryLook,
  type EntryMove,
} from '../../../extension/core/library/repair/entryMoves';
import type { IniFile, LibraryEntry, WmiInstance } from '../../../extension/core/library/repair/libraryEntry';

const instance = (version: number): WmiInstance => ({
  keys: ['PackageID', 'Drive'],
  properties: { PackageID: 'PS100001', Drive: `D${version % 2}`, PackageVersion: version },
});
const iniOf = (version: number): IniFile => ({
  name: 'PS100001.INI',
  bytes: Buffer.from(`[Info]\r\nVersion=${version}\r\n`).toString('base64'),
  modified: version,
});

/** Lists of a DP that do what they are told. */
class Lists {
  constructor(
    public instances: readonly WmiInstance[],
    public inPkgLib: IniFile | 'absent',
    public inQuarantine: IniFile | 'absent' = 'absent',
  ) {}

  get look(): EntryLook {
    const { instances, inPkgLib, inQuarantine } = this;
    return { instances, inPkgLib, inQuarantine };
  }

  make(move: EntryMove): void {
    switch (move.kind) {
      case 'moveOut':
        assert.equal(this.inQuarantine, 'absent');
        [this.inQuarantine, this.inPkgLib] = [this.inPkgLib, 'absent'];
        return;
      case 'moveBack':
        assert.equal(this.inPkgLib, 'absent', 'something would be replaced');
        [this.inPkgLib, this.inQuarantine] = [this.inQuarantine, 'absent'];
        return;
      case 'delete':
        this.instances = this.instances.filter((one) => one !== move.instance);
        return;
      case 'create':
        this.instances = [...this.instances, move.instance];
        return;
      case 'done':
      case 'obstacle':
    }
  }

  /** @returns how it ended */
  follow(entry: LibraryEntry, next: (entry: LibraryEntry, look: EntryLook) => EntryMove): EntryMove {
    for (let moves = 0; ; moves++) {
      assert.ok(moves < 10, 'it never ends');
      const move = next(entry, this.look);
      if (move.kind === 'done' || move.kind === 'obstacle') return move;
      this.make(move);
    }
  }
}

const entries = fc
  .record({
    instances: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
    ini: fc.option(fc.integer({ min: 1, max: 3 })),
  })
  .filter(({ instances, ini }) => instances.length > 0 || ini !== null)
  .map(({ instances, ini }): LibraryEntry => ({
    packageId: 'PS100001',
    instances: instances.map(instance),
    ini: ini === null ? null : iniOf(ini),
  }));

/** What a distribution, or somebody's hand, may write at any moment. */
const foreign = fc.record({
  after: fc.integer({ min: 0, max: 4 }),
  instance: fc.option(fc.integer({ min: 7, max: 9 })),
  ini: fc.option(fc.integer({ min: 7, max: 9 })),
});

describe('the moves of an entry', () => {
  it('take all of it out, and bring all of it back, wherever they were broken off', () => {
    fc.assert(
      fc.property(entries, fc.nat(4), fc.nat(4), (entry, first, second) => {
        const lists = new Lists(entry.instances, entry.ini ?? 'absent');
        for (let moves = 0; moves < first; moves++) lists.make(nextOut(entry, lists.look));
        assert.deepEqual(lists.follow(entry, nextOut), { kind: 'done' });
        assert.deepEqual([lists.instances, lists.inPkgLib], [[], 'absent']);
        for (let moves = 0; moves < second; moves++) lists.make(nextBack(entry, lists.look));
        assert.deepEqual(lists.follow(entry, nextBack), { kind: 'done' });
        assert.deepEqual(new Set(lists.instances), new Set(entry.instances));
        assert.deepEqual([lists.inPkgLib, lists.inQuarantine], [entry.ini ?? 'absent', 'absent']);
      }),
    );
  });

  it('never touch what others write meanwhile, in any direction', () => {
    fc.assert(
      fc.property(
        entries,
        foreign,
        fc.constantFrom(nextOut, nextBack, nextUndone),
        (entry, { after, instance: version, ini }, then) => {
          const lists = new Lists(entry.instances, entry.ini ?? 'absent');
          for (let moves = 0; moves < after; moves++) lists.make(nextOut(entry, lists.look));
          const newInstance = version === null ? undefined : instance(version);
          const newIni = ini === null ? undefined : iniOf(ini);
          if (newInstance !== undefined) lists.instances = [...lists.instances, newInstance];
          if (newIni !== undefined) lists.inPkgLib = newIni;
          lists.follow(entry, then);
          if (newInstance !== undefined) assert.ok(lists.instances.includes(newInstance));
          if (newIni !== undefined) assert.equal(lists.inPkgLib, newIni);
        },
      ),
    );
  });

  it('bring an .INI back that was changed in the moment in which it was moved', () => {
    const entry: LibraryEntry = { packageId: 'PS100001', instances: [instance(1)], ini: iniOf(1) };
    const lists = new Lists(entry.instances, 'absent', iniOf(2));
    assert.equal(nextOut(entry, lists.look).kind, 'obstacle');
    assert.equal(lists.follow(entry, nextUndone).kind, 'obstacle');
    assert.deepEqual([lists.inPkgLib, lists.inQuarantine], [iniOf(2), 'absent']);
  });
});
