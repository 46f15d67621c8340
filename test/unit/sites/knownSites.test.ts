import assert from 'node:assert/strict';
import { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import { KnownSite } from '../../../extension/app/knownSite';
import { KnownSites } from '../../../extension/app/knownSites';
import type { OpenSite } from '../../../extension/app/siteSession';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';

const base = Date.UTC(2026, 5, 1, 12);

/** A demo site of its own, which counts how many of it are open. */
const siteOf = (key: string, seed: number, open: { count: number }): KnownSite =>
  new KnownSite(key, key, true, {
    open: async (): Promise<OpenSite> => {
      const connection = await DemoEngine.open(demoSiteOptions({ base, speed: 0, seed }));
      const running = startFindingsInProcess();
      open.count++;
      return {
        connection,
        findings: running.findings,
        hasEnded: () => false,
        close: async () => {
          open.count--;
          await Promise.all([connection.close(), running.dispose()]);
        },
      };
    },
  });

describe('the sites of a window', () => {
  it('are connected side by side, and each tells its own changes', async () => {
    const open = { count: 0 };
    const [one, two] = [siteOf('one', 1, open), siteOf('two', 2, open)];
    const sites = new KnownSites();
    await sites.keep([one, two]);
    const told = new Map<string, number>();
    sites.onDidChange(({ key }, { summary }) => {
      if (summary !== undefined) told.set(key, summary.site.expected);
    });
    await Promise.all([one.connect(), two.connect()]);
    assert.equal(open.count, 2);
    assert.deepEqual([...told.keys()].sort(), ['one', 'two']);
    assert.equal(told.get('one'), one.session.state.summary?.site.expected);
    assert.notDeepEqual(one.session.state.index?.dps, two.session.state.index?.dps);
    await sites.keep([]);
    assert.equal(open.count, 0);
  });

  it('are left when the settings hold them no more; the others stay as they are', async () => {
    const open = { count: 0 };
    const [one, two] = [siteOf('one', 1, open), siteOf('two', 2, open)];
    const sites = new KnownSites();
    await sites.keep([one, two]);
    await Promise.all([one.connect(), two.connect()]);
    const { summary } = two.session.state;
    await sites.keep([two]);
    assert.equal(one.session.state.phase, 'none');
    assert.equal(two.session.state.summary, summary);
    assert.equal(open.count, 1);
    let heard = 0;
    sites.onDidChange(() => heard++);
    await one.connect();
    assert.equal(heard, 0, 'a site that was left is not listened to');
    await one.session.disconnect();
    await sites.keep([]);
    assert.equal(open.count, 0);
  });

  it('have one that is meant where none is named: the chosen one, else a connected one', async () => {
    const open = { count: 0 };
    const [one, two, three] = [siteOf('one', 1, open), siteOf('two', 2, open), siteOf('three', 3, open)];
    const sites = new KnownSites();
    assert.equal(sites.current, undefined);
    await sites.keep([one, two, three]);
    assert.equal(sites.current, one);
    await two.connect();
    assert.equal(sites.current, two);
    sites.choose(three);
    assert.equal(sites.current, three);
    await sites.keep([one, two]);
    assert.equal(sites.current, two);
    await sites.keep([]);
    assert.equal(sites.current, undefined);
  });

  it('keep the message of a connection that failed, and the next connect is a new one', async () => {
    let fail = true;
    const open = { count: 0 };
    const well = siteOf('well', 1, open);
    const site = new KnownSite('ill', 'ill', true, {
      open: () =>
        fail
          ? Promise.reject(new Error('The door is shut. Open it.'))
          : DemoEngine.open(demoSiteOptions({ base, speed: 0 })).then((connection) => {
              const running = startFindingsInProcess();
              return {
                connection,
                findings: running.findings,
                hasEnded: () => false,
                close: async () => {
                  await Promise.all([connection.close(), running.dispose()]);
                },
              };
            }),
    });
    const sites = new KnownSites();
    await sites.keep([site, well]);
    await site.refresh();
    assert.equal(site.session.state.phase, 'none');
    assert.match(site.session.state.problem?.message ?? '', /door is shut/);
    fail = false;
    await site.refresh();
    assert.equal(site.session.state.phase, 'connected');
    assert.equal(site.session.state.problem, undefined);
    await sites.keep([]);
  });
});
