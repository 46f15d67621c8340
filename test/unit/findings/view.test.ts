import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  disagreeTexts,
  findingFields,
  installedTexts,
  repairTexts,
  stateTexts,
  suspectTexts,
} from '../../../extension/core/filter/findingFields';
import { impactTexts } from '../../../extension/core/impact/impactLevel';
import { comparePairImpacts, SiteImpact } from '../../../extension/core/impact/siteImpact';
import { compileFilter } from '../../../extension/core/filter/matches';
import { parseFilter } from '../../../extension/core/filter/parse';
import type { FindingColumn, FindingRow } from '../../../extension/core/reconcile/findingRow';
import { reconcile } from '../../../extension/core/reconcile/reconcile';
import type { FindingsClient } from '../../../extension/workers/findings/findingsClient';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';
import { generateSite, now } from './generatedSite';
import { allRows, collect, never, view } from './running';

const generated = generateSite(37, 23);
const impact = new SiteImpact(generated.site.inventory);

/** The filter language's own word on a row, to hold the columns against. */
const fits = (text: string): ((row: FindingRow) => boolean) => {
  const matches = compileFilter(parseFilter(text, findingFields), findingFields);
  return (row) => {
    const texts: Readonly<Record<string, readonly string[]>> = {
      state: stateTexts(row.verdict),
      repair: repairTexts(row.verdict),
      dp: [row.dpName],
      group: row.groups,
      type: [row.packageType],
      package: [row.packageName, row.packageId],
      installed: installedTexts(row.installed),
      disagree: disagreeTexts(row.disagrees),
      reason: [row.reason],
      packageid: [row.packageId],
      site: ['P01'],
      suspect: suspectTexts(row.suspectCycle),
      impact: impactTexts(row.impact),
      needed: impact.ofPackage(row.packageId).neededBy,
    };
    return matches({
      texts: (field) => texts[field] ?? [],
      size: () => row.bytes,
      time: (field) => (field === 'last' ? row.lastResult : row.since),
      now,
    });
  };
};

const valueOf: Readonly<Record<'bytes' | 'since' | 'lastResult', (row: FindingRow) => number | undefined>> = {
  bytes: (row) => row.bytes,
  since: (row) => row.since,
  lastResult: (row) => row.lastResult,
};

describe('findings: a view of the rows', () => {
  const running = startFindingsInProcess();
  const findings: FindingsClient = running.findings;
  let everything: readonly FindingRow[] = [];

  before(async () => {
    await findings.load(generated.site, [{}], generated.pairs(), never);
    everything = await allRows(findings, view(''));
  });
  after(() => running.dispose());

  it('holds what reconciliation says of every pair', async () => {
    const { findings: expected } = reconcile(generated.site, await collect(generated.pairs()));
    const resolved = await findings.resolve({ kind: 'view', filter: '', except: [] }, never);
    const byPair = (list: typeof expected): ReadonlyMap<string, unknown> =>
      new Map(list.map((finding) => [`${finding.packageId} ${finding.dp}`, finding]));
    assert.equal(resolved.length, expected.length);
    assert.deepEqual(byPair(resolved), byPair(expected));
  });

  it('tells apart what the status says is installed, and what sources disagree about', async () => {
    const found = async (filter: string): Promise<ReadonlySet<string>> =>
      new Set((await allRows(findings, view(filter))).map(({ verdict }) => verdict));
    assert.deepEqual(await found('disagree:yes'), new Set(['filesMissing']));
    assert.ok((await found('installed:yes')).has('missing'));
    assert.deepEqual(await found('installed:no'), new Set(['distributionFailed', 'removing']));
    assert.deepEqual(await found('installed:unknown'), new Set());
  });

  it('shows the rows that the filter language says, whatever the filter', async () => {
    const term = fc.constantFrom(
      'state:problems',
      'installed:yes',
      'installed:no,unknown',
      'disagree:yes',
      'state:missing,inFlight',
      'repair:ask',
      'dp:zrh',
      'dp=LON-DP1.corp.example',
      'dp:*-dp1.*',
      'group:europe',
      'group="Labs & kiosks"',
      'type:image',
      'size>100MB',
      'size<=1MB',
      'size:unknown',
      'package:"7-zip 1"',
      'ασφαλείας',
      'reason:2382',
      'impact:osd',
      'impact:due,unknown',
      'needed:"bare metal"',
      'needed="All Workstations"',
      'P0100012',
      'packageid=p0100012',
      'site:p01',
      'suspect:yes',
      'since<9d',
      'since>=2026-11-21',
      'last>9h',
      'last:unknown',
      '1.3',
    );
    const text = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        term,
        tie('text').map((inner) => `-(${inner})`),
        fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a}) (${b})`),
        fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a}) or (${b})`),
      ),
    })).text;
    await fc.assert(
      fc.asyncProperty(text, async (filter) => {
        const shown = await allRows(findings, view(filter));
        assert.deepEqual(
          shown.map(({ id }) => id),
          everything.filter(fits(filter)).map(({ id }) => id),
        );
      }),
      { numRuns: 60 },
    );
  });

  for (const column of ['bytes', 'since', 'lastResult'] as const)
    it(`sorts by ${column} both ways, the unknown always last, equal ones by package and DP`, async () => {
      for (const descending of [false, true]) {
        const value = (row: FindingRow): number =>
          (valueOf[column](row) ?? Infinity) * (descending && valueOf[column](row) !== undefined ? -1 : 1);
        const expected = everything.toSorted((a, b) => (value(a) === value(b) ? 0 : value(a) - value(b)));
        const shown = await allRows(findings, view('', column, descending));
        assert.deepEqual(
          shown.map(({ id }) => id),
          expected.map(({ id }) => id),
        );
      }
    });

  const byImpact = (a: FindingRow, b: FindingRow): number =>
    comparePairImpacts(
      { content: impact.ofPackage(a.packageId), lean: impact.ofDp(a.dp) },
      { content: impact.ofPackage(b.packageId), lean: impact.ofDp(b.dp) },
    );

  it('sorts by impact: what most depends on first, equal ones by package and DP', async () => {
    const shown = await allRows(findings, view('', 'impact'));
    assert.deepEqual(
      shown.map(({ id }) => id),
      everything.toSorted(byImpact).map(({ id }) => id),
    );
    assert.equal(shown[0]?.impact, 'bootImage');
    assert.match(shown[0].impactReason, /^Boot image of .*; the only DP of boundary group/);
  });

  it('puts of one state what most depends on first, whichever way round the states are', async () => {
    for (const descending of [false, true]) {
      const shown = await allRows(findings, view('', 'state', descending));
      const changes = shown.filter(({ verdict }, at) => verdict !== shown[at - 1]?.verdict);
      assert.equal(changes.length, new Set(shown.map(({ verdict }) => verdict)).size);
      for (const { verdict } of changes) {
        const some = shown.filter((row) => row.verdict === verdict);
        const expected = everything.filter((row) => row.verdict === verdict).toSorted(byImpact);
        assert.deepEqual(some, expected);
      }
    }
  });

  it('sorts states by what they ask for: repairs, decisions, the rest', async () => {
    const shown = await allRows(findings, view('', 'state'));
    const order = [...new Set(shown.map(({ verdict }) => verdict))];
    assert.ok(order.indexOf('missing') < order.indexOf('cancelled'));
    assert.ok(order.indexOf('cancelled') < order.indexOf('inFlight'));
    assert.ok(order.indexOf('inFlight') < order.indexOf('validated'));
  });

  it('keeps the same rows in every order', async () => {
    const ids = new Set(everything.map(({ id }) => id));
    const columns: readonly FindingColumn[] = ['packageId', 'type', 'dp', 'group', 'state', 'repair'];
    for (const column of columns)
      assert.deepEqual(new Set((await allRows(findings, view('', column, true))).map(({ id }) => id)), ids);
  });

  it('refuses a filter that is not understood, with the place and the hint', async () => {
    await assert.rejects(
      findings.page(view('foo:bar'), 0, 10, never),
      (error: Error & { kind?: unknown; detail?: unknown }) => {
        assert.equal(error.kind, 'filter');
        assert.match(error.message, /Unknown field foo\. Fields are/);
        assert.deepEqual((error.detail as { start: number }).start, 0);
        return true;
      },
    );
  });

  it('gives an empty page beyond the end, and at most 500 rows', async () => {
    assert.deepEqual((await findings.page(view(''), 1_000_000, 10, never)).rows, []);
    assert.equal((await findings.page(view(''), 0, 100_000, never)).rows.length, 500);
  });

  it('counts for each facet value what choosing it would show, beside what the filter says otherwise', async () => {
    const facets = await findings.facets('state:missing group:europe', never);
    for (const { field, values } of facets) {
      const rest =
        field === 'state'
          ? 'group:europe'
          : field === 'group'
            ? 'state:missing'
            : 'state:missing group:europe';
      for (const { value, count } of values) {
        const { total } = await findings.page(
          view(`${rest} ${field}${field === 'state' ? ':' : '='}"${value}"`),
          0,
          1,
          never,
        );
        assert.equal(count, total, `${field} ${value}`);
      }
      assert.ok(values.length > 1, field);
    }
  });

  it('measures a selection by hand and all of a view but some', async () => {
    const picked = everything.filter(({ verdict }) => verdict === 'missing').slice(0, 5);
    const pairs = picked.map(({ id }) => id);
    const byHand = await findings.measure({ kind: 'pairs', pairs }, never);
    assert.equal(byHand.pairs, 5);
    assert.equal(
      byHand.bytes,
      picked.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
    );
    assert.equal(byHand.unknownSizes, picked.filter(({ bytes }) => bytes === undefined).length);
    assert.deepEqual(byHand.byVerdict, { missing: 5 });
    const { total } = await findings.page(view('state:missing'), 0, 1, never);
    const rest = await findings.measure({ kind: 'view', filter: 'state:missing', except: pairs }, never);
    assert.equal(rest.pairs, total - 5);
  });

  it('leaves picked rows out that the filter beside them no longer shows', async () => {
    const pairs = everything.slice(0, 50).map(({ id }) => id);
    const seen = await findings.resolve({ kind: 'pairs', pairs, filter: 'state:missing' }, never);
    assert.ok(seen.length < 50);
    assert.ok(seen.every(({ verdict }) => verdict === 'missing'));
  });
});
