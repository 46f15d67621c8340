import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AcknowledgementFile } from '../../../extension/adapters/machine/acknowledgementFile';
import { SnapshotFolder } from '../../../extension/adapters/machine/snapshotFolder';
import { SiteMarks } from '../../../extension/app/siteMarks';
import type { SiteSession } from '../../../extension/app/siteSession';
import type { Finding } from '../../../extension/core/reconcile/finding';
import { SiteHistory } from '../../../extension/workers/history/siteHistory';
import { until } from '../../adapters/remoteFilesFaults';
import { said } from '../acknowledge/acknowledgements';
import { never } from '../findings/running';
import { withSession, type Connected } from './connected';

const hour = 3_600_000;

interface Marked extends Connected {
  readonly marks: SiteMarks;
  readonly snapshots: SnapshotFolder;
  readonly file: string;
  readonly told: readonly string[];
}

/** A demo site whose marks are kept in files of a folder. */
const withMarks = (task: (marked: Marked) => Promise<void>): Promise<void> =>
  withSession({}, async (connected) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'marks '));
    const file = path.join(folder, 'acknowledged.json');
    const snapshots = new SnapshotFolder(path.join(folder, 'history'));
    const told: string[] = [];
    const sources = {
      acknowledgements: new AcknowledgementFile(file, { watchEvery: 10 }),
      history: new SiteHistory(snapshots),
      startsAnew: false,
    };
    const marks = new SiteMarks(connected.session, sources, (problem) => told.push(problem));
    try {
      await marks.settled();
      await task({ ...connected, marks, snapshots, file, told });
    } finally {
      marks.dispose();
      rmSync(folder, { recursive: true });
    }
  });

const problemOf = async ({ site }: SiteSession): Promise<Finding> => {
  const view = { filter: 'state:missing', sort: { column: 'package', descending: false } } as const;
  const page = await site?.findings.page(view, 0, 1, never);
  const [row] = page?.rows ?? [];
  const [finding] = row ? ((await site?.findings.of(row, never)) ?? []) : [];
  assert.ok(finding);
  return finding;
};

describe('a session with marks', () => {
  it('sets a finding aside in the tree and its badge, and lets it count again', () =>
    withMarks(async ({ session, marks }) => {
      const before = session.state.summary;
      const finding = await problemOf(session);
      const dp = session.state.index?.dpName(finding.dp);
      const siteCode = session.state.info?.siteCode ?? '';
      const entry = said({ siteCode, packageId: finding.packageId, dp, verdicts: [finding.verdict] });
      await marks.acknowledgements.add([entry]);
      await marks.settled();
      const after = session.state.summary;
      assert.ok(before && after);
      assert.equal(after.site.problems, before.site.problems - 1);
      assert.equal(after.byDp.get(finding.dp)?.acknowledged, 1);
      assert.equal(marks.about(finding)[0]?.acknowledgement.reason, entry.reason);

      await session.refresh();
      await marks.settled();
      assert.equal(session.state.summary.site.acknowledged, 1);

      await marks.acknowledgements.remove([entry]);
      await marks.settled();
      assert.deepEqual(session.state.summary.site, before.site);
    }));

  it('takes nothing for acknowledged while the file is broken, and says where', () =>
    withMarks(async ({ session, marks, file, told }) => {
      const finding = await problemOf(session);
      const siteCode = session.state.info?.siteCode ?? '';
      await marks.acknowledgements.add([
        said({ siteCode, packageId: finding.packageId, dp: undefined, verdicts: undefined }),
      ]);
      await marks.settled();
      assert.ok((session.state.summary?.site.acknowledged ?? 0) > 0);
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, '{ "version": 1, ');
      await until(() => told.length > 0);
      assert.match(told.join('\n'), /Nothing counts as acknowledged.*acknowledged\.json, line 1/);
      assert.equal(session.state.summary?.site.acknowledged, 0);
      assert.deepEqual(marks.about(finding), []);

      writeFileSync(file, text);
      await until(() => (session.state.summary?.site.acknowledged ?? 0) > 0);
      assert.equal(marks.about(finding)[0]?.bearing, 'counts');
    }));

  it('keeps a snapshot of each read of the whole site that succeeded, and of no other', () =>
    withMarks(async ({ session, marks, snapshots, suffer, advance }) => {
      const count = async (): Promise<number> => {
        await marks.settled();
        return (await snapshots.list()).length;
      };
      assert.equal(await count(), 1);
      await advance(3 * hour);
      await marks.settled();
      const afterChanges = await count();
      suffer({ failAfterRows: 100 });
      await session.refresh();
      assert.ok(session.state.problem);
      assert.equal(await count(), afterChanges);
      suffer({});
      await session.refresh();
      assert.equal(await count(), afterChanges + 1);
    }));

  it('compares with yesterday once there is one', () =>
    withMarks(async ({ session, marks, advance }) => {
      assert.equal(marks.comparedWith, undefined);
      assert.equal(session.state.summary?.marked.isNew, 0);
      const before = new Set<string>();
      const first = await marks.history.list(undefined);
      await advance(26 * hour);
      await session.refresh();
      await marks.settled();
      const all = await marks.history.list(undefined);
      assert.equal(marks.comparedWith, first[0]?.until);
      const [from, to] = [all[0]?.id ?? '', all.at(-1)?.id ?? ''];
      const page = await marks.history.compare({ from, to, dp: undefined, kinds: ['new'] }, 0, 500);
      for (const { packageId, dp } of page.rows) before.add(`${packageId}@${dp}`);
      const view = { filter: 'new:yes', sort: { column: 'package', descending: false } } as const;
      const rows = (await session.site?.findings.page(view, 0, 500, never))?.rows ?? [];
      assert.deepEqual(rows.map(({ id }) => id as string).sort(), [...before].sort());
      assert.equal(page.counts.new, session.state.summary.marked.isNew);
    }));

  it('goes on when the history cannot be kept, and says why', () =>
    withSession({}, async ({ session }) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'marks '));
      const blocked = path.join(folder, 'history');
      writeFileSync(blocked, 'a file where the folder should be');
      const told: string[] = [];
      const marks = new SiteMarks(
        session,
        {
          acknowledgements: new AcknowledgementFile(path.join(folder, 'acknowledged.json')),
          history: new SiteHistory(new SnapshotFolder(blocked)),
          startsAnew: false,
        },
        (problem) => told.push(problem),
      );
      await marks.settled();
      assert.ok(session.state.summary);
      assert.equal(session.state.problem, undefined);
      assert.match(told.join('\n'), /history/);
      marks.dispose();
      rmSync(folder, { recursive: true });
    }));
});
