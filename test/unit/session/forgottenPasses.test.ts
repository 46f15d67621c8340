import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AcknowledgementFile } from '../../../extension/adapters/machine/acknowledgementFile';
import { SnapshotFolder } from '../../../extension/adapters/machine/snapshotFolder';
import { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import { SiteMarks } from '../../../extension/app/siteMarks';
import { SiteSession } from '../../../extension/app/siteSession';
import type { PairId } from '../../../extension/core/reconcile/pairId';
import type { ExplainedFinding } from '../../../extension/ports/findings';
import { SiteHistory } from '../../../extension/workers/history/siteHistory';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';
import { never } from '../findings/running';

const base = Date.UTC(2026, 5, 1, 12);

type Task = (session: SiteSession) => Promise<void>;

/** A window that is opened on the site, with its history in this folder, and closed. */
const inWindow = async (
  engine: DemoEngine,
  folder: string,
  startsAnew: boolean,
  task: Task,
): Promise<void> => {
  const session = new SiteSession();
  const sources = {
    acknowledgements: new AcknowledgementFile(path.join(folder, 'acknowledged.json')),
    history: new SiteHistory(new SnapshotFolder(path.join(folder, 'history'))),
    startsAnew,
  };
  const marks = new SiteMarks(session, sources, (problem) => assert.fail(problem));
  const running = startFindingsInProcess();
  try {
    await session.connect(() =>
      Promise.resolve({
        connection: engine,
        findings: running.findings,
        hasEnded: () => false,
        close: () => running.dispose(),
      }),
    );
    assert.equal(session.state.problem, undefined);
    await marks.settled();
    await task(session);
    await marks.settled();
  } finally {
    marks.dispose();
    await session.disconnect();
  }
};

const explained = async (session: SiteSession, pair: PairId): Promise<ExplainedFinding> => {
  const told = await session.site?.findings.explain(pair, never);
  assert.ok(told);
  return told;
};

/** A pair of which status messages alone tell that it is validated. */
const validatedByMessage = async (session: SiteSession): Promise<ExplainedFinding> => {
  const view = { filter: 'state:validated', sort: { column: 'package', descending: false } } as const;
  const page = await session.site?.findings.page(view, 0, 500, never);
  for (const { id } of page?.rows ?? []) {
    const told = await explained(session, id);
    if (told.evidence[0]?.source === 'status message 2384') return told;
  }
  return assert.fail('no pair is validated by a message');
};

/** The site deletes all 2384s by age, the pair's newest status is its distribution, no version is known as validated. */
const forgetPasses = ({ site }: DemoEngine, { finding }: ExplainedFinding): void => {
  const { dps } = site.model;
  const dp = dps.find(({ nalPath }) => nalPath === finding.nalPath);
  site.database.run('DELETE FROM site.Messages WHERE MessageID = 2384');
  site.database.run(
    `UPDATE site.PairRows SET MessageID = 2330, MessageState = 1, MessageTime = LastRefreshTime,
       ValidatedVersion = NULL, ValidatedVersionTime = NULL
     WHERE PackageID = ? AND NalID = ?`,
    [finding.packageId, dp?.id ?? 0],
  );
};

describe('a pass that the site has forgotten', () => {
  let engine: DemoEngine;
  let folder = '';

  beforeEach(async () => {
    engine = await DemoEngine.open(demoSiteOptions({ base, speed: 0 }));
    folder = mkdtempSync(path.join(tmpdir(), 'passes '));
  });

  afterEach(async () => {
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  it('is remembered from one window to the next, and said to be from the own history', async () => {
    let before: ExplainedFinding | undefined;
    await inWindow(engine, folder, false, async (session) => {
      before = await validatedByMessage(session);
    });
    assert.ok(before);
    const { id } = before.row;
    forgetPasses(engine, before);
    // Each window's snapshot remembers it for the one after.
    for (let window = 0; window < 2; window++)
      await inWindow(engine, folder, false, async (session) => {
        const after = await explained(session, id);
        assert.equal(after.finding.verdict, 'validated');
        const [fact] = after.evidence;
        assert.equal(fact?.source, 'own history');
        assert.equal(fact.time, Math.floor((before?.evidence[0]?.time ?? 0) / 1000) * 1000);
        assert.match(fact.raw ?? '', /^version \d+$/);
      });
  });

  it('is not known to a window without that history', async () => {
    let before: ExplainedFinding | undefined;
    await inWindow(engine, folder, false, async (session) => {
      before = await validatedByMessage(session);
      forgetPasses(engine, before);
    });
    const other = mkdtempSync(path.join(tmpdir(), 'passes '));
    await inWindow(engine, other, false, async (session) => {
      const { finding } = await explained(session, before?.row.id ?? ('' as PairId));
      assert.equal(finding.verdict, 'purged');
    });
    rmSync(other, { recursive: true });
  });

  for (const [site, startsAnew, verdict] of [
    ['within a window', false, 'validated'],
    ['not where the clock of a site starts anew', true, 'purged'],
  ] as const)
    it(`is remembered ${site}`, () =>
      inWindow(engine, folder, startsAnew, async (session) => {
        const before = await validatedByMessage(session);
        forgetPasses(engine, before);
        await session.refresh();
        const { finding } = await explained(session, before.row.id);
        assert.equal(finding.verdict, verdict);
      }));
});
