import assert from 'node:assert/strict';
import type { Verdict } from '../../extension/core/reconcile/verdict';
import { CimError } from '../../extension/ports/cim';
import {
  className,
  findPair,
  instance,
  invoke,
  jobStates,
  refresh,
  runSmsdpmon,
  saidSince,
  type Found,
} from './demoPairs';
import { never } from './demoSites';
import { verdictNow } from './demoVerdict';

const minute = 60_000;
const hour = 60 * minute;

describe('provider of the demo site', () => {
  let opened: Found['site'] | undefined;
  afterEach(() => opened?.close());

  const find = async (...wanted: Parameters<typeof findPair>): Promise<Found> => {
    const found = await findPair(...wanted);
    opened = found.site;
    return found;
  };

  const sent = [30010, 2357, 8204, 8204, 8204, 8200, 2330];

  /** RefreshNow: what the site says, the states of the pair's jobs, and the verdict before and after. */
  const redistributions: readonly (readonly [
    string,
    Verdict,
    readonly number[],
    readonly number[],
    Verdict,
  ])[] = [
    ['neverArrived', 'missing', sent, [5], 'newSinceCycle'],
    ['lostFromLibrary', 'missing', sent, [5], 'newSinceCycle'],
    ['lostBesideNamesake', 'missing', sent, [5], 'newSinceCycle'],
    ['removedByHand', 'missing', sent, [5], 'newSinceCycle'],
    ['hashFailed', 'hashFailed', sent, [5], 'newSinceCycle'],
    ['filesMissing', 'filesMissing', sent, [5], 'newSinceCycle'],
    ['failedByMessageOnly', 'distributionFailed', sent, [5], 'newSinceCycle'],
    ['cancelled', 'cancelled', sent, [7, 5], 'newSinceCycle'],
    ['lostOnPullDp', 'missing', [30010, 2357, 9507, 9508, 9508, 9508, 9509, 2330], [5], 'newSinceCycle'],
    ['lostOnSiteServer', 'missing', [30010], [], 'missing'],
    [
      'distributionFailed',
      'distributionFailed',
      [30010, 2357, 2343, 8206, 2343, 8206, 2343, 8206, 2343, 2302],
      [6],
      'distributionFailed',
    ],
    [
      'stalled',
      'stalled',
      [30010, 2357, 8203, 8206, 8203, 8206, 8203, 8206, 8203, 8207],
      [6],
      'distributionFailed',
    ],
  ];
  for (const [wanted, before, messages, jobs, after] of redistributions)
    it(`answers RefreshNow of ${wanted} with ${messages.join(' ')}, which ends ${after}`, async () => {
      const isPull = wanted === 'lostOnPullDp';
      const isServer = wanted === 'lostOnSiteServer';
      const { site, pair } = await find(
        wanted,
        (dp) => dp.isPullDp === isPull && dp.isSiteServer === isServer,
      );
      assert.equal(verdictNow(site, pair), before);
      const since = site.clock.now();
      await refresh(site, pair);
      await site.advance(minute / 2);
      if (!isServer) assert.equal(verdictNow(site, pair), 'inFlight');
      await site.advance(3 * hour);
      assert.deepEqual(saidSince(site, pair, since), messages);
      assert.deepEqual(jobStates(site, pair), jobs);
      assert.equal(verdictNow(site, pair), after);
    });

  it('has redistributed content validated once it is checked, and again by the next cycle', async () => {
    const { site, pair } = await find('neverArrived');
    await refresh(site, pair);
    await site.advance(hour);
    assert.equal(verdictNow(site, pair), 'newSinceCycle');
    await invoke(site, 'VerifyPackage', pair);
    await site.advance(hour);
    assert.equal(verdictNow(site, pair), 'validated');
    await runSmsdpmon(site, pair.dp);
    await site.advance(3 * hour);
    assert.equal(verdictNow(site, pair), 'validated');
  });

  it('sends once what is asked for twice', async () => {
    const { site, pair } = await find('hashFailed');
    const since = site.clock.now();
    await refresh(site, pair);
    await site.advance(minute);
    await refresh(site, pair);
    await site.advance(hour);
    assert.equal(saidSince(site, pair, since).filter((id) => id === 2357).length, 1);
    assert.deepEqual(jobStates(site, pair), [5]);
  });

  /** VerifyPackage: what the check finds, and the verdict that follows. */
  const checks: readonly (readonly [string, readonly number[], Verdict])[] = [
    ['newSinceCycle', [2380, 2384], 'validated'],
    ['messagesLost', [2380, 2384], 'validated'],
    ['hashFailed', [2380, 2382], 'hashFailed'],
    ['filesMissing', [2380, 2385], 'filesMissing'],
    ['corrupt', [2380, 2383], 'corrupt'],
    ['lostFromLibrary', [2380, 2383], 'corrupt'],
    ['purged', [2380, 2384], 'validated'],
    ['validationOff', [2380, 2384], 'validated'],
    ['oldVersionValidated', [2380, 2384], 'oldVersion'],
  ];
  for (const [wanted, messages, after] of checks)
    it(`answers VerifyPackage of ${wanted} with ${messages.join(' ')}, which makes it ${after}`, async () => {
      const { site, pair } = await find(wanted);
      const since = site.clock.now();
      await invoke(site, 'VerifyPackage', pair);
      await site.advance(hour);
      assert.deepEqual(saidSince(site, pair, since), messages);
      assert.equal(verdictNow(site, pair), after);
    });

  it('queues a check behind a cycle that runs on the DP', async () => {
    const { site, pair } = await find('hashFailed');
    await runSmsdpmon(site, pair.dp);
    await site.advance(minute);
    const since = site.clock.now();
    await invoke(site, 'VerifyPackage', pair);
    await site.advance(hour);
    const said = saidSince(site, pair, since);
    assert.equal(said[0], 2381);
    assert.deepEqual(said.slice(-2), [2380, 2382]);
  });

  /** CancelDistribution: what is said, and the states of the pair's jobs. */
  const cancels: readonly (readonly [string, readonly number[], readonly number[], Verdict])[] = [
    ['inFlight', [40409, 9506], [7], 'cancelled'],
    ['jobOpen', [40409, 9506], [7], 'cancelled'],
    ['stalled', [40409, 9506], [7], 'cancelled'],
    ['newlyWaitsToBePrestaged', [40409, 9506], [], 'cancelled'],
    ['lostFromLibrary', [40409], [], 'missing'],
  ];
  for (const [wanted, messages, jobs, after] of cancels)
    it(`answers CancelDistribution of ${wanted} with ${messages.join(' ')}, which makes it ${after}`, async () => {
      const { site, pair } = await find(wanted);
      const since = site.clock.now();
      await invoke(site, 'CancelDistribution', pair);
      await site.advance(hour);
      assert.deepEqual(saidSince(site, pair, since), messages);
      assert.deepEqual(jobStates(site, pair), jobs);
      assert.equal(verdictNow(site, pair), after);
    });

  it('cancels what was begun a moment ago, and sends nothing after it', async () => {
    const { site, pair } = await find('hashFailed');
    await refresh(site, pair);
    await site.advance(2 * minute);
    await invoke(site, 'CancelDistribution', pair);
    const since = site.clock.now() + 1;
    await site.advance(hour);
    assert.deepEqual(saidSince(site, pair, since), []);
    assert.equal(verdictNow(site, pair), 'cancelled');
  });

  it('runs smsdpmon over what truly lies on the DP, between 2393 and 2386', async () => {
    const { site, pair } = await find('lostBesideNamesake');
    const { dp } = pair;
    const since = site.clock.now();
    assert.equal((await runSmsdpmon(site, dp)).returnValue, 0);
    await site.advance(3 * hour);
    const said = site.site.database
      .all('SELECT MessageID FROM v_StatusMessage WHERE MachineName = ? AND Time >= ? ORDER BY RecordID', [
        dp.server,
        new Date(since).toISOString(),
      ])
      .map(({ MessageID }) => Number(MessageID));
    assert.equal(said[0], 2393);
    assert.equal(said.at(-1), 2386);
    const begun = said.filter((id) => id === 2380).length;
    const results = said.filter((id) => id >= 2382 && id <= 2385).length;
    assert.ok(begun > 20, `${begun} packages`);
    assert.equal(results, begun);
    assert.deepEqual(saidSince(site, pair, since), []);
    assert.equal(verdictNow(site, pair), 'missing');
  });

  it('says 2388 and validates nothing where the lists of the DP disagree', async () => {
    const { site, pair } = await find('listsDisagree');
    const since = site.clock.now();
    await runSmsdpmon(site, pair.dp);
    await site.advance(3 * hour);
    const said = site.site.database.all(
      'SELECT MessageID FROM v_StatusMessage WHERE MachineName = ? AND Time >= ?',
      [pair.dp.server, new Date(since).toISOString()],
    );
    assert.deepEqual(said, [{ MessageID: 2388 }]);
    assert.equal(verdictNow(site, pair), 'cycleBroken');
  });

  it('does not find smsdpmon.exe on a drive that has no DP role', async () => {
    const { site, pair } = await find('lostBesideNamesake');
    const { returnValue } = await runSmsdpmon(site, { ...pair.dp, drive: 'Z' });
    assert.equal(returnValue, 9);
  });

  const refusals: readonly (readonly [string, (found: Found) => Promise<unknown>, CimError['kind']])[] = [
    [
      'a pair that is not targeted',
      ({ site, pair: { dp, what } }) => refresh(site, { dp, what: { ...what, packageId: 'PS1ZZZZZ' } }),
      'notFound',
    ],
    [
      'a NAL path that is only like that of the DP',
      ({ site, pair: { dp, what } }) =>
        refresh(site, { dp: { ...dp, nalPath: dp.nalPath.replace('DP1', 'DP%') }, what }),
      'notFound',
    ],
    [
      'a provider on another computer',
      ({ site, pair }) =>
        site.cim.get({ ...site.info.provider, computer: 'nowhere.contoso.local' }, instance(pair), never),
      'unreachable',
    ],
    [
      'keys that are not all keys',
      ({ site, pair: { what } }) =>
        site.cim.get(site.info.provider, { className, keys: { PackageID: what.packageId } }, never),
      'failed',
    ],
  ];
  for (const [what, ask, kind] of refusals)
    it(`refuses ${what}`, async () => {
      await assert.rejects(
        ask(await find('lostBesideNamesake')),
        (error) => error instanceof CimError && error.kind === kind,
      );
    });

  it('tells which pairs and DPs have changed', async () => {
    const { site, pair } = await find('hashFailed');
    const told: unknown[] = [];
    site.onDidChange((changed) => told.push(...changed));
    await refresh(site, pair);
    assert.deepEqual(told, [{ packageId: pair.what.packageId, dp: pair.dp.key }]);
    await runSmsdpmon(site, pair.dp);
    await site.advance(minute);
    assert.ok(told.some((scope) => JSON.stringify(scope) === JSON.stringify({ dp: pair.dp.key })));
  });
});
