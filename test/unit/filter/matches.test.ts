import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Filter } from '../../../extension/core/filter/filter';
import { compileFilter, type FilterRecord } from '../../../extension/core/filter/matches';
import { parseFilter } from '../../../extension/core/filter/parse';
import { findingFields, repairTexts, stateTexts } from '../../../extension/core/filter/findingFields';
import { verdicts, type Verdict } from '../../../extension/core/reconcile/verdict';
import { arbitraryFilter, arbitraryRecord, arbitraryTerm, fields } from './arbitraryFilter';

const holds = (filter: Filter, record: FilterRecord): boolean => compileFilter(filter, fields)(record);

interface Row {
  readonly verdict: Verdict;
  readonly dp: string;
  readonly groups: readonly string[];
  readonly package: readonly string[];
  readonly type: string;
  readonly size: number | undefined;
  readonly reason: string;
  readonly since: number | undefined;
}

const row: Row = {
  verdict: 'filesMissing',
  dp: 'DP1.corp.example',
  groups: ['EMEA', 'Labs & Kiosks'],
  package: ['Microsoft Office 365', 'ABC00012'],
  type: 'OS image',
  size: 2 * 1024 ** 3,
  reason: 'Message 2385: 3 files missing',
  since: Date.UTC(2026, 4, 1, 9, 30),
};

const recordOf = (row: Row): FilterRecord => ({
  texts: (field) => {
    switch (field) {
      case 'state':
        return stateTexts(row.verdict);
      case 'repair':
        return repairTexts(row.verdict);
      case 'dp':
        return [row.dp];
      case 'group':
        return row.groups;
      case 'package':
        return row.package;
      case 'type':
        return [row.type];
      default:
        return [row.reason];
    }
  },
  size: () => row.size,
  time: () => row.since,
  now: Date.UTC(2026, 4, 8, 9, 30),
});

const matches = (text: string, change: Partial<Row> = {}): boolean =>
  compileFilter(parseFilter(text, findingFields), findingFields)(recordOf({ ...row, ...change }));

describe('filter language: what matches', () => {
  it('obeys the laws of not, and, or', () => {
    fc.assert(
      fc.property(arbitraryTerm, arbitraryTerm, arbitraryRecord, (a, b, record) => {
        const [isA, isB] = [holds(a, record), holds(b, record)];
        assert.equal(holds({ kind: 'not', operand: a }, record), !isA);
        assert.equal(holds({ kind: 'and', operands: [a, b] }, record), isA && isB);
        assert.equal(holds({ kind: 'or', operands: [a, b] }, record), isA || isB);
      }),
    );
  });

  it('gives the same answer for upper and lower case', () => {
    const shouted = (record: FilterRecord): FilterRecord => ({
      ...record,
      texts: (field) => record.texts(field).map((text) => text.replace(/[a-z]/g, (c) => c.toUpperCase())),
    });
    fc.assert(
      fc.property(arbitraryFilter, arbitraryRecord, (filter, record) => {
        assert.equal(holds(filter, shouted(record)), holds(filter, record));
      }),
    );
  });

  for (const text of [
    '',
    'office',
    'OFFICE 365',
    'off*365',
    'abc00012',
    'state:filesMissing',
    'state:FILESMISSING',
    'state:problems',
    'state:missing,filesmissing',
    'repair:yes',
    'dp:dp1',
    'dp:dp1.*',
    'dp=dp1.corp.example',
    'group:emea',
    'group="labs & kiosks"',
    'type:image',
    'size>1GB',
    'size>=2GB size<=2GB',
    '-size>2GB',
    'package="Microsoft Office 365"',
    'reason:2385',
    'dp:dp2 or group:emea',
    'not (dp:dp2 or state:stale)',
    '"Office 365"',
    'since<8d',
    'since<=7d',
    'since>=1w',
    'since>167h',
    'since:2026-05-01',
    'since>=2026-05-01 since<=2026-05-01',
    'since>2026-04-30',
    'since<2026-05-02',
    'since:2026-05-01T09:30',
    'since>2026-05-01T09:29',
  ])
    it(`finds the row by ${text === '' ? 'nothing' : text}`, () => assert.ok(matches(text)));

  for (const text of [
    'state:missing',
    'state:running',
    'repair:no,ask',
    'dp=dp1',
    'dp:p1.*',
    'group=emea2',
    'size>2GB',
    'size:unknown',
    'office -365',
    '"365 Office"',
    'image',
    'since<7d',
    'since>7d',
    'since:2026-05-02',
    'since>2026-05-01',
    'since<2026-05-01',
    'since<2026-05-01T09:30',
    'since:unknown',
  ])
    it(`leaves the row out by ${text}`, () => assert.ok(!matches(text)));

  it('tells DP1 from DP10 when asked exactly', () => {
    assert.ok(matches('dp:dp1', { dp: 'DP10.corp.example' }));
    assert.ok(!matches('dp=dp1.corp.example', { dp: 'DP10.corp.example' }));
    assert.ok(!matches('dp:dp1.*', { dp: 'DP10.corp.example' }));
  });

  it('never counts an unknown size as small or large', () => {
    for (const text of ['size>0', 'size>=0', 'size<1TB', 'size<=1TB', 'size=0'])
      assert.ok(!matches(text, { size: undefined }), text);
    assert.ok(matches('size:unknown', { size: undefined }));
  });

  it('never counts an unknown time as long ago or lately', () => {
    for (const text of ['since<1d', 'since>1d', 'since<2026-05-01', 'since>=1970-01-01'])
      assert.ok(!matches(text, { since: undefined }), text);
    assert.ok(matches('since:unknown', { since: undefined }));
  });

  it('compares composed and decomposed letters, and both small sigmas, as equal', () => {
    assert.ok(matches('café', { reason: 'Cafe\u0301' }));
    assert.ok(matches('ΟΔΟ*', { reason: 'οδός'.normalize('NFD') }) || matches('οδοσ', { reason: 'ΟΔΟΣ' }));
  });

  it('gives every verdict its own name and a class', () => {
    for (const verdict of verdicts) assert.ok(matches(`state:${verdict}`, { verdict }), verdict);
  });

  it('stays quick on patterns that make regular expressions explode', () => {
    const started = performance.now();
    assert.ok(!matches('*a'.repeat(40) + '*b', { reason: 'a'.repeat(50_000) }));
    assert.ok(performance.now() - started < 1000);
  });
});
