import assert from 'node:assert/strict';
import { explainPairs } from '../../../extension/app/explainPairs';
import { listPairs } from '../../../extension/app/listPairs';
import { dpKey, type DpKey } from '../../../extension/core/content/nalPath';
import { pairId } from '../../../extension/core/reconcile/pairId';
import { withSession } from './connected';

/** Cycle ended, lists disagree, cycle began. */
const marks = new Set(['2386', '2388', '2393']);

const { signal } = new AbortController();

describe('the evidence of a verdict', () => {
  it('is there for every pair of a DP, those too that were only counted', () =>
    withSession({}, async ({ session }) => {
      const { site, state } = session;
      assert.ok(site !== undefined);
      let counted = 0;
      for (const dp of state.index?.dps.keys() ?? []) {
        const listed = await listPairs(session, { dp });
        const graded: ReadonlySet<string> = new Set(
          (await site.findings.of({ dp }, signal)).map(({ packageId }) => packageId),
        );
        const explained = await explainPairs(session, listed, signal);
        assert.deepEqual(
          explained.map(({ finding: { packageId, verdict, reason } }) => ({ packageId, verdict, reason })),
          listed.map(({ packageId, verdict, reason }) => ({ packageId, verdict, reason })),
        );
        for (const { finding, explanation } of explained) {
          if (graded.has(finding.packageId)) continue;
          counted++;
          assert.equal(explanation.rule, 14);
          assert.equal(explanation.evidence[0]?.time, finding.since);
          assert.deepEqual(explanation.disagreements, []);
        }
        // What was only counted stays so: explaining changes nothing.
        assert.equal((await site.findings.of({ dp }, signal)).length, graded.size);
      }
      assert.ok(counted > 100, `${counted} were only counted`);
    })).timeout(60_000);

  it('of counted pairs is read for one, and for several of no common DP or package', () =>
    withSession({}, async ({ session }) => {
      const { site, state } = session;
      assert.ok(site !== undefined);
      const plain: { packageId: string; dp: DpKey }[] = [];
      for (const dp of state.index?.dps.keys() ?? []) {
        const graded: ReadonlySet<string> = new Set(
          (await site.findings.of({ dp }, signal)).map(({ packageId }) => packageId),
        );
        const [first] = (await listPairs(session, { dp })).filter((one) => !graded.has(one.packageId));
        if (first !== undefined) plain.push(first);
      }
      const some = plain.slice(0, 3);
      assert.equal(new Set(some.map(({ dp }) => dp)).size, 3);
      const explained = await explainPairs(session, some, signal);
      assert.deepEqual(
        explained.map(({ finding: { packageId, dp } }) => pairId(packageId, dp)),
        some.map(({ packageId, dp }) => pairId(packageId, dp)),
      );
      assert.deepEqual(
        await explainPairs(session, [{ packageId: 'NONE0001', dp: dpKey('dp1', 'none') }], signal),
        [],
      );
    })).timeout(60_000);

  it('names each message of content validation by a RecordID that the site has', () =>
    withSession({}, async ({ session }) => {
      const { site } = session;
      assert.ok(site !== undefined);
      const all = await site.findings.resolve({ kind: 'view', filter: '', except: [] }, signal);
      const named = new Map<string, string>();
      for (const { packageId, dp } of all) {
        const explained = await site.findings.explain(pairId(packageId, dp), signal);
        for (const { source, text, recordId } of explained?.evidence ?? []) {
          const [, messageId] = /^status message (\d+)$/.exec(source) ?? [];
          if (messageId === undefined || /estimated|^No /.test(text)) continue;
          assert.match(recordId ?? '', /^\d+$/, `${packageId}@${dp}: ${source}, ${text}`);
          named.set(recordId ?? '', messageId);
        }
      }
      const kept = new Map<string, string>();
      const query = {
        id: 'kept',
        steps: [],
        results: [
          {
            name: 'kept',
            sql: 'SELECT CAST(m.RecordID AS varchar(20)) AS RecordID, m.MessageID AS MessageID FROM v_StatusMessage AS m',
          },
        ],
        needs: {},
        parameters: {},
      };
      for await (const { rows } of site.connection.database.run(query, {}, signal))
        for (const row of rows) kept.set(String(row['RecordID']), String(row['MessageID']));
      // A status row outlives its message; a mark of a cycle is a message that is kept.
      const unknown = [...named].filter(
        ([recordId, messageId]) => kept.get(recordId) !== messageId && marks.has(messageId),
      );
      assert.deepEqual(unknown, []);
      for (const messageId of ['2386', '2393', '2384']) assert.ok([...named.values()].includes(messageId));
    })).timeout(30_000);
});
