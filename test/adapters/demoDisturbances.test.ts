import assert from 'node:assert/strict';
import type { DemoEngine } from '../../extension/adapters/demo/demoEngine';
import { CimError, type CimFailureKind } from '../../extension/ports/cim';
import type { Faults } from '../../extension/protocol/demoSite';
import {
  findPair,
  instance,
  invoke,
  isOrdinary,
  jobStates,
  refresh,
  runSmsdpmon,
  saidSince,
  soundOn,
  type Found,
} from './demoPairs';
import { never } from './demoSites';
import { withClient } from './demoWorker';

const minute = 60_000;
const hour = 60 * minute;

/** How a call ended. */
const kindOf = async (call: Promise<unknown>): Promise<'done' | CimFailureKind> => {
  try {
    await call;
    return 'done';
  } catch (error) {
    assert.ok(error instanceof CimError, String(error));
    return error.kind;
  }
};

describe('misbehaviour of the demo site', () => {
  let opened: DemoEngine | undefined;
  afterEach(() => opened?.close());

  /** A pair whose content has the wrong hash, at a site where something goes wrong with its DP. */
  const find = async (faultsOf: (server: string) => Faults): Promise<Found> => {
    const found = await findPair('hashFailed');
    opened = found.site;
    found.site.changeFaults(faultsOf(found.pair.dp.server));
    return found;
  };

  it('takes its time for each call to the provider', async () => {
    const { site, pair } = await find(() => ({ providerDelay: 150 }));
    const began = performance.now();
    await site.cim.get(site.info.provider, instance(pair), never);
    assert.ok(performance.now() - began >= 145);
  });

  it('fails a share of the calls without having done anything, the same ones each time', async () => {
    const ends: string[] = [];
    for (let round = 0; round < 2; round++) {
      const { site, pair } = await find(() => ({ failedCalls: 0.3, callSeed: 7 }));
      const pairs = soundOn(site, pair.dp).slice(0, 30);
      const kinds: string[] = [];
      for (const one of pairs) {
        const since = site.clock.now();
        const kind = await kindOf(refresh(site, one));
        if (kind !== 'done') assert.deepEqual(saidSince(site, one, since), [], kind);
        kinds.push(kind);
      }
      ends.push(kinds.join());
      assert.ok(kinds.filter((kind) => kind === 'failed').length >= 4, kinds.join());
      assert.ok(kinds.filter((kind) => kind === 'done').length >= 15, kinds.join());
      await site.close();
    }
    assert.equal(ends[0], ends[1]);
  });

  it('carries out a write and loses its answer', async () => {
    const { site, pair } = await find(() => ({ lostAnswers: 1 }));
    const since = site.clock.now();
    assert.equal(await kindOf(refresh(site, pair)), 'failed');
    await site.advance(hour);
    assert.ok(saidSince(site, pair, since).includes(2330));
    assert.deepEqual(
      site.requests.map(({ verb, answer }) => `${verb} ${answer}`),
      ['put lost'],
    );
  });

  it('denies every write after the last one that it allows, and goes on reading', async () => {
    const { site, pair } = await find(() => ({ writesAllowed: 2 }));
    const [first, second, third] = soundOn(site, pair.dp);
    assert.ok(first && second && third);
    assert.equal(await kindOf(refresh(site, first)), 'done');
    assert.equal(await kindOf(invoke(site, 'VerifyPackage', second)), 'done');
    for (const one of [third, third]) assert.equal(await kindOf(refresh(site, one)), 'denied');
    assert.equal(await kindOf(site.cim.get(site.info.provider, instance(third), never)), 'done');
  });

  it('lets a DP go down after some writes: WMI does not answer, and what is sent fails for good', async () => {
    const { site, pair } = await find((server) => ({ downDps: [server], downAfterWrites: 1 }));
    assert.equal((await runSmsdpmon(site, pair.dp)).returnValue, 0);
    await site.advance(3 * hour);
    const since = site.clock.now();
    await refresh(site, pair);
    assert.equal(await kindOf(runSmsdpmon(site, pair.dp)), 'unreachable');
    await site.advance(3 * hour);
    assert.equal(saidSince(site, pair, since).at(-1), 8207);
    assert.deepEqual(jobStates(site, pair), [6]);
    const { server } = pair.dp;
    const files = site.computers.files(`\\\\${server}\\SCCMContentLib$`);
    await assert.rejects(files.list('PkgLib', never), /does not answer/);
  });

  it('lets a DP go down while content is on its way, and takes it up when it is back', async () => {
    const { site, pair } = await find((server) => ({ downDps: [server], downAfterMinutes: 3 }));
    const since = site.clock.now();
    await refresh(site, pair);
    await site.advance(10 * minute);
    assert.deepEqual(saidSince(site, pair, since).slice(-2), [8203, 8206]);
    site.changeFaults({});
    await site.advance(hour);
    assert.equal(saidSince(site, pair, since).at(-1), 2330);
    assert.deepEqual(jobStates(site, pair), [5]);
  });

  it('removes content from a DP that is down when it is back', async () => {
    const { site, pair } = await find((server) => ({ downDps: [server] }));
    const since = site.clock.now();
    await site.cim.delete(site.info.provider, instance(pair), never);
    await site.advance(10 * minute);
    assert.deepEqual(saidSince(site, pair, since), [30011, 2332]);
    site.changeFaults({});
    await site.advance(hour);
    assert.deepEqual(saidSince(site, pair, since), [30011, 2332, 2331]);
  });

  it('accepts a validation that is never answered', async () => {
    const { site, pair } = await find((server) => ({ muteDps: [server.toUpperCase()] }));
    const since = site.clock.now();
    await invoke(site, 'VerifyPackage', pair);
    await site.advance(24 * hour);
    assert.deepEqual(saidSince(site, pair, since), []);
  });

  it('sends half of the content and then nothing more, until that is cancelled', async () => {
    const { site, pair } = await find((server) => ({ stallingDps: [server] }));
    const since = site.clock.now();
    await refresh(site, pair);
    await site.advance(48 * hour);
    assert.deepEqual(saidSince(site, pair, since), [30010, 2357, 8204]);
    assert.deepEqual(jobStates(site, pair), [3]);
    await invoke(site, 'CancelDistribution', pair);
    assert.deepEqual(saidSince(site, pair, since).slice(-2), [40409, 9506]);
  });

  it('goes on counting when the same faults are set again, as each refresh of a window does', async () => {
    const faults: Faults = { writesAllowed: 1 };
    const { site, pair } = await find(() => faults);
    await refresh(site, pair);
    site.changeFaults({ ...faults });
    assert.equal(await kindOf(refresh(site, pair)), 'denied');
  });

  it('keeps what was asked, how many instances it hit, and how the pair stood', async () => {
    const found = await findPair('inFlight', isOrdinary);
    const { site, pair } = found;
    opened = site;
    const { dp, what } = pair;
    await site.cim.get(site.info.provider, instance(pair), never);
    await refresh(site, pair);
    await kindOf(refresh(site, { dp, what: { ...what, packageId: 'PS1ZZZZZ' } }));
    const [read, write, wrong] = site.requests;
    assert.deepEqual([read?.verb, read?.hit, read?.answer], ['get', 0, 'done']);
    assert.deepEqual(write, {
      time: site.clock.now(),
      verb: 'put',
      computer: site.info.provider.computer,
      ...instance(pair),
      method: '',
      given: { RefreshNow: true },
      hit: 1,
      pairs: [
        {
          packageId: what.packageId,
          dp: dp.key,
          target: 2,
          state: 1,
          hasOpenJob: true,
          packageExists: true,
          isEmpty: false,
          actionInProgress: 0,
        },
      ],
      answer: 'done',
    });
    assert.deepEqual([wrong?.hit, wrong?.pairs, wrong?.answer], [0, [], 'notFound']);
  });

  it('tells its client what was asked, by way of the worker', () =>
    withClient({}, async (client) => {
      const path = { className: 'SMS_Package', keys: { PackageID: 'PS1ZZZZZ' } };
      const { provider } = client.info;
      const update = client.cim.invokeOn(provider, path, 'RefreshPkgSource', {}, never);
      assert.equal(await kindOf(update), 'notFound');
      const target = { className: 'SMS_DistributionPoint', properties: ['PackageID'] };
      const rows: unknown[] = [];
      for await (const page of client.cim.query(provider, target, never)) rows.push(...page);
      assert.ok(rows.length > 400);
      const asked = (await client.requests()).map(({ verb, answer }) => `${verb} ${answer}`);
      assert.deepEqual(asked, ['invokeOn notFound', 'query done']);
    }));
});
