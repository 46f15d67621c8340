import assert from 'node:assert/strict';
import type { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import type { Run } from '../../../extension/app/run/run';
import type { Fate } from '../../../extension/core/run/fate';
import { begun, demoSite, withJournals } from '../run/runs';
import { eventsOf, idleDps, validationPlan } from './validations';

const minute = 60_000;

describe('a run that validates whole DPs', () => {
  let site: DemoEngine;
  beforeEach(async () => (site = await demoSite()));
  afterEach(() => site.close());

  const fateOn = ({ state }: Run, dpName: string): Fate => {
    const found = state.ended.find(({ step }) => step.dpName === dpName);
    assert.ok(found, `${dpName} has not ended`);
    return found.fate;
  };

  it('follows each to its end, names what is bad with its files, and never has more at once than planned', () =>
    withJournals(async (journals) => {
      const dps = idleDps(site);
      const run = await begun(site, journals, validationPlan(site, dps, { dpsAtOnce: 2, spreadMinutes: 1 }), {
        pollEvery: minute / 4,
      });
      let most = 0;
      const words = new Set<string>();
      run.onDidChange(() => {
        const { plan } = run.state;
        most = Math.max(most, plan.steps.filter(({ id }) => run.state.of(id).phase === 'followed').length);
        for (const one of run.progress.values()) {
          words.add(one.words ?? '');
          if (one.percent !== undefined) assert.ok(one.percent >= 0 && one.percent < 100);
          if (one.left !== undefined) assert.ok(one.left >= 0);
        }
      });
      assert.deepEqual(await run.work(), { kind: 'ended' });
      assert.equal(most, 2);
      for (const { server, profile } of dps) {
        const fate = fateOn(run, server);
        if (profile === 'listsDisagree') assert.match(fate.cause, /disagree \(2388\)/);
        else assert.match(fate.cause, /^All content was evaluated \(2386\): \d+ verified, \d+ bad/);
        assert.equal(fate.kind, profile === 'listsDisagree' ? 'notProved' : 'accepted');
      }
      const bad = run.state.ended.flatMap(({ fate }) => fate.culprits ?? []);
      const missing = bad.filter(({ messageId }) => messageId === 2385);
      assert.ok(missing.length > 0);
      for (const { culprits } of missing) assert.match(culprits.join(' '), /setup\.exe, data1\.cab/);
      assert.match(
        bad
          .filter(({ messageId }) => messageId === 2382)
          .flatMap(({ culprits }) => culprits)
          .join(' '),
        /hash of file data1\.cab/,
      );
      assert.ok([...words].some((one) => /^\d+ of \d+ packages evaluated.*now \w{8}/.test(one)));
      const starts = eventsOf(site).filter(({ kind }) => kind === 'start');
      assert.equal(starts.length, dps.length);
      starts.forEach(({ time }, index) =>
        assert.ok(index === 0 || time - (starts[index - 1]?.time ?? 0) > minute - 1000),
      );
    }));

  it('starts the scheduled task where there is one, and else the process', () =>
    withJournals(async (journals) => {
      const dps = idleDps(site);
      await (await begun(site, journals, validationPlan(site, dps, { dpsAtOnce: 50 }))).work();
      const asked = new Map(
        site.requests
          .filter(({ method }) => method !== 'GetStringValue')
          .map((one) => [one.computer, one.method]),
      );
      for (const { server, validates } of dps)
        assert.equal(asked.get(server), validates ? 'StartByPath' : 'Create', server);
    }));

  it('starts nothing on a DP where smsdpmon.exe runs, or where that cannot be read', () =>
    withJournals(async (journals) => {
      const [one, other] = idleDps(site).filter(({ profile }) => profile === 'weekly' || profile === 'daily');
      assert.ok(one && other);
      const start = { CommandLine: `${one.drive}:\\SMS_DP$\\sms\\bin\\smsdpmon.exe` };
      const signal = new AbortController().signal;
      await site.cim.invoke(
        { computer: one.server, namespace: 'root\\cimv2' },
        'Win32_Process',
        'Create',
        start,
        signal,
      );
      site.changeFaults({ silentDps: [other.server] });
      const run = await begun(site, journals, validationPlan(site, [one, other]));
      await run.work();
      assert.match(fateOn(run, one.server).cause, /smsdpmon\.exe runs there now \(process \d+/);
      assert.match(fateOn(run, other.server).cause, /could not be read, so nothing was started/);
      assert.deepEqual(
        run.state.ended.map(({ fate }) => fate.kind),
        ['skipped', 'skipped'],
      );
      assert.equal(eventsOf(site).filter(({ kind }) => kind === 'start').length, 1);
    }));

  it('starts nothing where a cycle has begun that has not ended', () =>
    withJournals(async (journals) => {
      const busy = site.site.model.dps.filter(({ profile }) => profile === 'runningNow');
      assert.ok(busy.length > 0);
      const run = await begun(site, journals, validationPlan(site, busy));
      await run.work();
      for (const { server } of busy) assert.match(fateOn(run, server).cause, /began at .* UTC \(2393\)/);
      assert.equal(site.requests.length, 0);
    }));

  it('names the places where smsdpmon.log was not found, and goes on by the messages', () =>
    withJournals(async (journals) => {
      const [dp] = idleDps(site).filter(({ profile }) => profile === 'weekly');
      assert.ok(dp);
      site.changeFaults({ closedLibraries: [dp.server] });
      const run = await begun(site, journals, validationPlan(site, [dp]), { pollEvery: minute / 4 });
      const words = new Set<string>();
      run.onDidChange(() => words.add(run.progress.get('1')?.words ?? ''));
      await run.work();
      const told = [...words].find((one) => one.includes('is not followed')) ?? '';
      assert.match(told, /SMS_DP\$\\sms\\logs\\smsdpmon\.log could not be read: access is denied/);
      assert.ok(told.includes(`\\\\${dp.server}\\${dp.drive}$`));
      assert.equal(fateOn(run, dp.server).kind, 'accepted');
    }));

  it('says of one of which nothing is heard where to look, and takes back what waits but not what runs', () =>
    withJournals(async (journals) => {
      const [mute, next] = idleDps(site).filter(({ validates }) => validates);
      assert.ok(mute && next);
      site.changeFaults({ muteDps: [mute.server] });
      const run = await begun(site, journals, validationPlan(site, [mute, next], { dpsAtOnce: 1 }));
      run.onDidChange(() => {
        if (run.state.of('1').phase === 'followed') void run.cancel();
      });
      await run.work();
      assert.match(fateOn(run, mute.server).cause, /no message of it has come.*smsdpmon\.log/);
      assert.equal(fateOn(run, mute.server).kind, 'notProved');
      assert.equal(fateOn(run, next.server).kind, 'skipped');
    }));
});
