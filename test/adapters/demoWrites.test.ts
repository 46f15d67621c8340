import assert from 'node:assert/strict';
import type { DemoEngine } from '../../extension/adapters/demo/demoEngine';
import type { Pair } from '../../extension/adapters/demo/provider/siteEvents';
import { CimError, type CimInstancePath, type CimProperties } from '../../extension/ports/cim';
import {
  findPair,
  instance,
  invoke,
  jobStates,
  refresh,
  saidSince,
  targetsOf,
  soundOn,
  type Found,
} from './demoPairs';
import { never } from './demoSites';
import { verdictNow } from './demoVerdict';

const minute = 60_000;
const hour = 60 * minute;

const ofPackage = ({ what }: Pair): CimInstancePath => ({
  className: 'SMS_Package',
  keys: { PackageID: what.packageId },
});

const summary = async ({ cim, info }: DemoEngine, pair: Pair): Promise<CimProperties | undefined> =>
  cim.get(info.provider, { ...instance(pair), className: 'SMS_PackageStatusDistPointsSummarizer' }, never);

const add = ({ cim, info }: DemoEngine, pair: Pair, to = [pair.dp]): Promise<unknown> =>
  cim.invokeOn(
    info.provider,
    ofPackage(pair),
    'AddDistributionPoints',
    { SiteCode: to.map(({ siteCode }) => siteCode), NALPath: to.map(({ nalPath }) => nalPath) },
    never,
  );

const update = ({ cim, info }: DemoEngine, pair: Pair): Promise<unknown> =>
  cim.invokeOn(info.provider, ofPackage(pair), 'RefreshPkgSource', {}, never);

const remove = ({ cim, info }: DemoEngine, pair: Pair): Promise<void> =>
  cim.delete(info.provider, instance(pair), never);

const isRefused =
  (kind: CimError['kind']) =>
  (error: unknown): boolean =>
    error instanceof CimError && error.kind === kind;

describe('writes to the demo site', () => {
  let opened: DemoEngine | undefined;
  afterEach(() => opened?.close());

  const find = async (...wanted: Parameters<typeof findPair>): Promise<Found> => {
    const found = await findPair(...wanted);
    opened = found.site;
    return found;
  };

  it('targets a package to a DP that its group lacks: the row appears, and the content comes', async () => {
    const { site, pair } = await find('notTargeted');
    assert.equal(await site.cim.get(site.info.provider, instance(pair), never), undefined);
    const since = site.clock.now();
    await add(site, pair);
    const row = await site.cim.get(site.info.provider, instance(pair), never);
    assert.equal(row?.['Status'], 2);
    assert.equal((await summary(site, pair))?.['State'], 1);
    assert.equal(verdictNow(site, pair), 'inFlight');
    await site.advance(hour);
    assert.deepEqual(saidSince(site, pair, since), [30009, 2357, 8204, 8204, 8204, 8200, 2330]);
    assert.deepEqual(jobStates(site, pair), [5]);
    assert.equal(verdictNow(site, pair), 'newSinceCycle');
    await invoke(site, 'VerifyPackage', pair);
    await site.advance(hour);
    assert.equal(verdictNow(site, pair), 'validated');
  });

  it('targets nothing a second time, and leaves what is on its way alone', async () => {
    const { site, pair } = await find('hashFailed');
    const since = site.clock.now();
    await add(site, pair);
    await site.advance(hour);
    assert.deepEqual(saidSince(site, pair, since), []);
  });

  it('refuses a DP of another site, without targeting the others', async () => {
    const { site, pair } = await find('notTargeted');
    const other = { ...pair.dp, siteCode: 'XXX' };
    await assert.rejects(add(site, pair, [pair.dp, other]), isRefused('failed'));
    assert.equal(await site.cim.get(site.info.provider, instance(pair), never), undefined);
  });

  it('sends a new version to every DP of the package, and only the new version counts', async () => {
    const { site, pair } = await find('hashFailed');
    const { provider } = site.info;
    const before = await site.cim.get(provider, ofPackage(pair), never);
    const version = Number(before?.['SourceVersion']);
    await update(site, pair);
    const during = await site.cim.get(provider, ofPackage(pair), never);
    assert.equal(during?.['ActionInProgress'], 1);
    await site.advance(2 * minute);
    const after = await site.cim.get(provider, ofPackage(pair), never);
    assert.deepEqual(
      [after?.['SourceVersion'], after?.['StoredPkgVersion'], after?.['ActionInProgress']],
      [version + 1, version + 1, 0],
    );
    const targets = targetsOf(site, pair.what);
    assert.ok(targets.length > 5, `${targets.length} DPs`);
    for (const target of targets) {
      const { isSiteServer, server } = target.dp;
      assert.equal((await summary(site, target))?.['State'], isSiteServer ? 0 : 7, server);
    }
    await site.advance(4 * hour);
    for (const target of targets) {
      const row = await summary(site, target);
      assert.deepEqual([row?.['State'], row?.['SourceVersion']], [0, version + 1], target.dp.server);
    }
    assert.deepEqual(jobStates(site, pair), [5]);
  });

  it('mends a DP on the site server by an update, which a redistribution does not', async () => {
    const { site, pair } = await find('lostOnSiteServer', (dp) => dp.isSiteServer);
    const check = async (): Promise<readonly number[]> => {
      const since = site.clock.now();
      await invoke(site, 'VerifyPackage', pair);
      await site.advance(hour);
      return saidSince(site, pair, since);
    };
    await refresh(site, pair);
    await site.advance(hour);
    assert.deepEqual(await check(), [2380, 2383]);
    await update(site, pair);
    await site.advance(hour);
    assert.deepEqual(await check(), [2380, 2384]);
  });

  it('fails to update a package that is being deleted, or is gone', async () => {
    const { site, pair } = await find('packageDeleted');
    await assert.rejects(update(site, pair), isRefused('notFound'));
  });

  it('takes content off a DP: its row is marked, 2331 follows, and then the row is gone', async () => {
    const { site, pair } = await find('hashFailed');
    const since = site.clock.now();
    await remove(site, pair);
    assert.equal((await site.cim.get(site.info.provider, instance(pair), never))?.['Status'], 3);
    assert.equal((await summary(site, pair))?.['State'], 4);
    await site.advance(minute);
    assert.deepEqual(saidSince(site, pair, since), [30011, 2331]);
    assert.equal(await site.cim.get(site.info.provider, instance(pair), never), undefined);
    assert.equal(await summary(site, pair), undefined);
    await assert.rejects(remove(site, pair), isRefused('notFound'));
    await assert.rejects(refresh(site, pair), isRefused('notFound'));
  });

  it('takes off what is being sent, and sends it no further', async () => {
    const { site, pair } = await find('inFlight');
    await remove(site, pair);
    const since = site.clock.now() + 1;
    await site.advance(3 * hour);
    assert.deepEqual(saidSince(site, pair, since), [2331]);
    assert.deepEqual(jobStates(site, pair), [7]);
  });

  it('does not send what is being removed', async () => {
    const { site, pair } = await find('rowBeingDeleted');
    const since = site.clock.now();
    await refresh(site, pair);
    await site.advance(hour);
    assert.deepEqual(saidSince(site, pair, since), [30010]);
  });

  it('ignores a cancel that comes when nearly all is sent', async () => {
    const { site, pair } = await find('hashFailed');
    await refresh(site, pair);
    const job = async (): Promise<number> => {
      const where = { PkgID: pair.what.packageId, NALPath: pair.dp.nalPath };
      const properties = ['TotalSize', 'RemainingSize'];
      for await (const [row] of site.cim.query(
        site.info.provider,
        { className: 'SMS_DistributionJob', properties, where },
        never,
      ))
        return Number(row?.['RemainingSize']) / Number(row?.['TotalSize']);
      return 1;
    };
    while ((await job()) > 0.26) await site.advance(minute / 2);
    const since = site.clock.now();
    await invoke(site, 'CancelDistribution', pair);
    await site.advance(hour);
    assert.deepEqual(saidSince(site, pair, since), [40409, 8200, 2330]);
    assert.deepEqual(jobStates(site, pair), [5]);
  });

  it('tells of a job that waits for its next try how often it failed, and when that is', async () => {
    const { site, pair } = await find('distributionFailed');
    await refresh(site, pair);
    await site.advance(10 * minute);
    const where = { PkgID: pair.what.packageId, NALPath: pair.dp.nalPath };
    const properties = ['JobID', 'State', 'RetryCount', 'ReStartTime'];
    const query = { className: 'SMS_DistributionJob', properties, where };
    for await (const [row] of site.cim.query(site.info.provider, query, never)) {
      assert.deepEqual([row?.['State'], row?.['RetryCount'], typeof row?.['JobID']], [4, 1, 'string']);
      assert.ok(Date.parse(String(row?.['ReStartTime'])) > site.clock.now());
    }
    assert.equal((await summary(site, pair))?.['State'], 2);
  });

  it('sends to fifteen DPs at once, and to the others when those have it', async () => {
    const { site, pair } = await find('hashFailed');
    const asked = soundOn(site, pair.dp).slice(0, 30);
    assert.equal(asked.length, 30);
    for (const one of asked) await refresh(site, one);
    await site.advance(3 * minute);
    const sending = (): number =>
      Number(
        site.site.database.all('SELECT COUNT(*) AS n FROM vSMS_DistributionJob WHERE State = 3')[0]?.['n'],
      );
    assert.ok(sending() > 10 && sending() <= 15, `${sending()} at once`);
    for (let at = 0; at < 60; at++) {
      await site.advance(minute);
      assert.ok(sending() <= 15, `${sending()} at once`);
    }
    for (const one of asked) assert.equal(jobStates(site, one).at(-1), 5, one.what.packageId);
  });

  it('checks package after package on a DP, and says of the others that they are queued', async () => {
    const { site, pair } = await find('hashFailed');
    const [first, second] = soundOn(site, pair.dp);
    assert.ok(first && second);
    const since = site.clock.now();
    for (const one of [first, second]) await invoke(site, 'VerifyPackage', one);
    await site.advance(10_000);
    assert.equal((await summary(site, first))?.['State'], 8);
    await site.advance(minute);
    assert.equal((await summary(site, first))?.['State'], 0);
    assert.equal(saidSince(site, first, since)[0], 2380);
    assert.deepEqual(saidSince(site, second, since).slice(0, 2), [2381, 2380]);
  });
});
