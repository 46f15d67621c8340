import assert from 'node:assert/strict';
import type { SiteSession } from '../../../extension/app/siteSession';
import type { SiteState } from '../../../extension/app/siteState';
import type { Faults } from '../../../extension/protocol/demoSite';
import { withSession } from './connected';

const inventoryQueries = ['sites', 'distributionPoints', 'dpGroups', 'packages'];

/** `later`: what else goes wrong, or is said, when the site was read before and its changes are read. */
const faults: readonly (readonly [
  what: string,
  faults: Faults,
  says: RegExp,
  later?: readonly [faults: Faults, says: RegExp],
])[] = [
  [
    'a missing column',
    { dropColumns: { v_DistributionPointInfo: ['NALPath'] } },
    /needs NALPath of v_DistributionPointInfo.*Check the site's release/,
  ],
  [
    'a missing column of the question itself',
    { dropColumns: { v_StatMsgInsStrings: ['InsStrValue'] } },
    /"missingContent" needs InsStrValue/,
    [{ dropColumns: { v_StatMsgInsStrings: ['InsStrValue'] } }, /"siteChanges" needs InsStrValue/],
  ],
  [
    'a value that no decoder takes',
    { badValue: { column: 'PackageID', value: 7 } },
    /returned 7 in column PackageID, which is not understood/,
  ],
  [
    'a read that breaks off half-way',
    { failAfterRows: 300 },
    /"missingContent" failed: .*300 rows.*Refresh/,
    [{ failAfterRows: 100 }, /failed: .*100 rows.*Refresh/],
  ],
  ...inventoryQueries.map(
    (id) => [`a failing query ${id}`, { failQuery: id }, new RegExp(`"${id}" failed: .*Refresh`)] as const,
  ),
  [
    'a failing query for the content',
    { failQuery: 'missingContent' },
    /"missingContent" failed: .*Refresh/,
    [{ failQuery: 'siteChanges' }, /"siteChanges" failed: .*Refresh/],
  ],
];

const expectedOf = ({ state }: SiteSession): number => state.summary?.site.expected ?? 0;

/** What the window shows of the site: the very same objects, so nothing was mixed with what was not read. */
const shown = ({ index, facts, summary }: SiteState) => ({ index, facts, summary });

describe('a session with a site that fails', () => {
  for (const [what, fault, says, later] of faults) {
    const [laterFault, laterSays] = later ?? [fault, says];
    it(`${what}, at first: says so, and counts nothing as absent`, () =>
      withSession(fault, async ({ session, suffer }) => {
        const { state } = session;
        assert.match(String(state.problem), says);
        assert.equal(state.summary, undefined);
        assert.equal(state.loading, false);

        suffer({});
        await session.refresh();
        assert.equal(session.state.problem, undefined);
        assert.ok(expectedOf(session) > 400);
      }));

    it(`${what}, later: what was read stays, one problem is told, a refresh recovers`, () =>
      withSession({}, async ({ session, suffer }) => {
        const before = session.state;
        const told: string[] = [];
        session.onDidChange(({ problem }, { problem: old }) => {
          if (problem !== undefined && problem !== old) told.push(problem.message);
        });
        suffer(laterFault);
        await session.refresh();
        assert.deepEqual(told.length, 1);
        assert.match(told[0] ?? '', laterSays);
        assert.deepEqual(shown(session.state), shown(before));
        assert.equal(session.state.loading, false);

        suffer({});
        await session.refresh();
        assert.equal(session.state.problem, undefined);
        const { summary } = session.state;
        assert.ok(summary && before.summary);
        assert.equal(summary.revision, before.summary.revision + 1);
        assert.deepEqual(summary.site, before.summary.site);
      }));
  }

  it('a site that cannot be connected to: says why, and the next connect is a new one', async () => {
    await withSession({}, async ({ session }) => {
      await session.connect(() => Promise.reject(new Error('The server is switched off. Start it.')));
      assert.equal(session.state.phase, 'none');
      assert.match(String(session.state.problem), /Start it/);
      assert.equal(session.site, undefined);
    });
  });

  it('a site that ended: a refresh connects to it again', () =>
    withSession({}, async ({ session, suffer, end }) => {
      const { site } = session;
      suffer({ failQuery: 'sites' });
      await session.refresh();
      assert.ok(session.state.problem && session.state.summary);
      end();
      await session.refresh();
      assert.notEqual(session.site, site);
      assert.equal(session.state.problem, undefined);
      assert.ok(session.state.summary);
    }));
});
