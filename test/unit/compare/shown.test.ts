import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OpenComparison } from '../../../extension/app/openComparison';
import { comparedText, type ComparedTable } from '../../../extension/core/compare/comparedText';
import { comparedOf, comparedTitles } from '../../../extension/core/compare/comparedTitles';
import { viewOf, type ComparedView, type NamedRow } from '../../../extension/core/compare/comparedView';
import { differences } from '../../../extension/core/compare/difference';
import { differenceWords } from '../../../extension/core/compare/differenceWords';
import type { Subject } from '../../../extension/core/compare/subject';
import { dpKey } from '../../../extension/core/content/nalPath';
import { isSubject } from '../../../extension/protocol/comparePage';
import { withComparing } from './comparing';

const firstView: ComparedView = {
  kinds: [],
  onlyDifferences: true,
  sort: { column: 'difference', descending: false },
};

const [left, right] = [dpKey('dp1.example', 'Windows NT Server'), dpKey('dp2.example', 'Windows NT Server')];

const subjects: readonly Subject[] = [
  { kind: 'dps', left, right },
  { kind: 'groups', left: '{1}', right: '{2}' },
  { kind: 'dpDrift', dp: left },
  { kind: 'groupDrift', groupId: '{1}' },
  { kind: 'package', packageId: 'PS100001' },
  { kind: 'leftovers' },
  { kind: 'leftovers', dp: left },
  { kind: 'library', dp: left },
];

const names = {
  dpName: (dp: string) => dp.slice(0, dp.indexOf('|')),
  packageName: () => 'Firefox',
  groups: new Map(),
};

const anyRow: fc.Arbitrary<NamedRow> = fc.record({
  id: fc.uuid(),
  name: fc.string({ unit: 'grapheme' }),
  dpName: fc.constantFrom('', 'DP1'),
  packageId: fc.constantFrom('PS100001', 'PS10000F'),
  difference: fc.constantFrom(...differences),
  sides: fc.constant([{ kind: 'present' } as const, { kind: 'absent' } as const]),
  why: fc.constantFrom('', '=cmd|x', '| a\n<b>', '\t+1'),
});

const tableOf = (rows: readonly NamedRow[]): ComparedTable => {
  const subject: Subject = { kind: 'dps', left, right };
  const titles = comparedTitles(subject, names);
  const compared = comparedOf(subject, titles);
  return { titles, compared, rows, notRead: [], readAt: 0, verdictWords: (verdict) => verdict };
};

describe('what a comparison shows', () => {
  it('is exactly the rows of the chosen kinds; without any, all or those that differ', () =>
    fc.assert(
      fc.property(
        fc.array(anyRow),
        fc.uniqueArray(fc.constantFrom(...differences)),
        fc.boolean(),
        (rows, kinds, onlyDifferences) => {
          const shown = viewOf(rows, { ...firstView, kinds, onlyDifferences });
          const wanted = rows.filter(({ difference }) =>
            kinds.length > 0 ? kinds.includes(difference) : !onlyDifferences || difference !== 'same',
          );
          assert.deepEqual(new Set(shown), new Set(wanted));
        },
      ),
    ));

  it('has words for each difference that tell the two apart', () => {
    for (const subject of subjects) {
      const compared = comparedOf(subject, comparedTitles(subject, names));
      const labels = differences.map((difference) => differenceWords(difference, compared).label);
      assert.ok(labels.every((label) => label !== ''));
    }
    const compared = comparedOf({ kind: 'dps', left, right }, tableOf([]).titles);
    assert.deepEqual([compared.left, compared.right], ['dp1', 'dp2']);
  });

  it('is one line a row and one cell a column when it is pasted, and runs as no formula', () =>
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 5 }), (rows) => {
        const tsv = comparedText(tableOf(rows), 'tsv').split('\r\n').slice(0, -1);
        assert.equal(tsv.length, rows.length + 1);
        for (const line of tsv) {
          const cells = line.split('\t');
          assert.equal(cells.length, 7);
          for (const cell of cells) assert.doesNotMatch(cell, /^\s*[=+\-@]|[\r\n]/u);
        }
        const markdown = comparedText(tableOf(rows), 'markdown').split('\n');
        const table = markdown.filter((line) => line.startsWith('|'));
        assert.equal(table.length, rows.length + 2);
        for (const line of table) {
          assert.equal(line.match(/(?<!\\)\|/g)?.length, 8);
          assert.doesNotMatch(line, /(?<!\\)</);
        }
      }),
    ));

  it('can be saved and asked for again by its subject alone', () => {
    for (const subject of subjects) assert.ok(isSubject(JSON.parse(JSON.stringify(subject))), subject.kind);
    for (const other of [undefined, {}, { kind: 'dps', left }, { kind: 'all' }, { kind: 'library', dp: 7 }])
      assert.ok(!isSubject(other));
  });
});

const settled = async (open: OpenComparison): Promise<void> => {
  while (open.state.loading) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('an open comparison', () => {
  it('is made by itself, tells when the site was read since, and keeps what it has when it fails', () =>
    withComparing({}, async ({ session, index }) => {
      const [dp, other] = [...index.dps.keys()];
      assert.ok(dp !== undefined && other !== undefined);
      const open = new OpenComparison({ session }, { kind: 'dps', left: dp, right: other }, () => undefined);
      assert.equal(open.state.loading, true);
      await settled(open);
      const { total, rows } = open.page(firstView, 0, 500);
      assert.ok(total > 0 && rows.length === total);
      assert.ok(rows.every(({ difference, places }) => difference !== 'same' && places.length > 0));

      await session.refresh();
      assert.equal(open.state.outdated, true);
      await open.refresh();
      assert.deepEqual([open.state.outdated, open.state.revision], [false, 2]);

      await session.disconnect();
      await open.refresh();
      assert.match(open.state.problem ?? '', /has not been read/);
      assert.equal(open.page(firstView, 0, 500).total, total);
      open.close();
    }));
});
