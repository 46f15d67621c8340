import assert from 'node:assert/strict';
import type { SiteSession } from '../../../extension/app/siteSession';
import type { SiteState } from '../../../extension/app/siteState';
import { withSession } from './connected';

/** Resolves with the first state, from now on, that fits. */
const next = (session: SiteSession, fits: (state: SiteState) => boolean): Promise<SiteState> =>
  new Promise((resolve) => {
    const stop = session.onDidChange((state) => {
      if (!fits(state)) return;
      stop();
      resolve(state);
    });
  });

/** Long enough for something on the site to finish. */
const oneDay = 24 * 60 * 60 * 1000;

describe('a session whose read is stopped', () => {
  it('by the user: what was read stays and counts as old, and the message says what to do', () =>
    withSession({}, async ({ session }) => {
      const { summary, index } = session.state;
      const reading = session.refresh();
      assert.equal(session.state.loading, true);
      session.stopReading();
      assert.equal(session.state.loading, false);
      assert.match(String(session.state.problem), /stopped. Refresh to read it again/);
      await reading;
      assert.equal(session.state.summary, summary);
      assert.equal(session.state.index, index);
      await session.refresh();
      assert.equal(session.state.problem, undefined);
    }));

  it('by a newer read: only the newer one is told of', () =>
    withSession({}, async ({ session }) => {
      const { revision = 0 } = session.state.summary ?? {};
      const problems: unknown[] = [];
      session.onDidChange(({ problem }) => problems.push(problem));
      await Promise.all([session.refresh(), session.refresh(), session.refresh()]);
      assert.equal(session.state.loading, false);
      assert.equal(session.state.summary?.revision, revision + 1);
      assert.deepEqual(new Set(problems), new Set([undefined]));
    }));

  it('by a disconnect: nothing is left of it', () =>
    withSession({}, async ({ session }) => {
      const reading = session.refresh();
      const leaving = session.disconnect();
      assert.equal(session.state.phase, 'none');
      await Promise.all([reading, leaving]);
      assert.equal(session.state.problem, undefined);
      assert.equal(session.state.summary, undefined);
    }));

  it('when there is none: nothing happens', () =>
    withSession({}, ({ session }) => {
      const { state } = session;
      session.stopReading();
      assert.equal(session.state, state);
      return Promise.resolve();
    }));
});

describe('a session that follows its site', () => {
  it('reads what changed, and leaves the rest', () =>
    withSession({}, async ({ session, advance }) => {
      const { summary, index } = session.state;
      const read = next(session, (state) => state.summary !== summary);
      await advance(oneDay);
      const { touched, ...state } = await read;
      assert.equal(state.index, index);
      assert.ok(touched.every(({ dp, packageId }) => dp !== undefined || packageId !== undefined));
      assert.equal(state.summary?.readAt, summary?.readAt);
    }));

  it('keeps saying that a whole read failed when a part was read since', () =>
    withSession({}, async ({ session, suffer, advance }) => {
      suffer({ failQuery: 'packages' });
      await session.refresh();
      const { problem, summary } = session.state;
      assert.ok(problem);
      const read = next(session, (state) => state.summary !== summary);
      await advance(oneDay);
      assert.equal((await read).problem, problem);
    }));

  it('says that a part could not be read, and keeps what it knew of it', () =>
    withSession({}, async ({ session, suffer, advance }) => {
      const { summary } = session.state;
      suffer({ failQuery: 'contentAgain' });
      const failed = next(session, ({ problem }) => problem !== undefined);
      await advance(oneDay);
      assert.match(String((await failed).problem), /"contentAgain" failed/);
      assert.equal(session.state.summary, summary);
    }));
});
