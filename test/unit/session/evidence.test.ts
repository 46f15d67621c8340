import assert from 'node:assert/strict';
import { pairId } from '../../../extension/core/reconcile/pairId';
import { withSession } from './connected';

/** Cycle ended, lists disagree, cycle began. */
const marks = new Set(['2386', '2388', '2393']);

const { signal } = new AbortController();

describe('the evidence of a verdict', () => {
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
