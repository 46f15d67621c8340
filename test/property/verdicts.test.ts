import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explain } from '../../extension/core/reconcile/explain';
import { grader, timedGrader } from '../../extension/core/reconcile/grade';
import type { FactSource } from '../../extension/core/reconcile/siteFacts';
import { repairNeed, verdicts, type Verdict } from '../../extension/core/reconcile/verdict';
import { runs } from '../adapters/demoSites';
import { anyPair, hidden, sources, without, type Facts } from './anyPair';

const verdictOf = ({ site, pair }: Facts): Verdict => grader(site)(pair).verdict;

/** Verdicts that someone acts on, or that make someone look away. */
const claims: ReadonlySet<Verdict> = new Set([
  ...verdicts.filter((verdict) => repairNeed(verdict) !== 'no'),
  'validated',
  'deleted',
  'dpGone',
  'noContent',
]);

/** Where the contract lets a claim stand that a source would have answered otherwise. */
const mayStand = (before: Verdict, source: FactSource): boolean =>
  // StateGroup and MessageState stand in for the jobs; a pass does where they tell of a cancelled one.
  (source === 'jobs' && (before === 'inFlight' || before === 'stalled' || before === 'cancelled')) ||
  // It proves presence only: that it saw an older version contradicts a pass, but its lack does not.
  (source === 'validatedVersions' && before === 'oldVersion');

describe('verdict rules', () => {
  it('say something of any pair, with facts', () =>
    fc.assert(
      fc.property(anyPair, fc.subarray([...sources]), (facts, missing) => {
        const { site, pair } = missing.reduce(without, facts);
        const { verdict, reason, since } = grader(site)(pair);
        assert.ok(verdicts.includes(verdict));
        assert.match(reason, /\.$/);
        assert.ok(since === undefined || Number.isFinite(since));
        assert.ok(explain(site, pair).length > 0, verdict);
      }),
      runs(2000, 200_000),
    ));

  it('reach every verdict', () => {
    const reached = new Set(fc.sample(anyPair, { numRuns: 20_000, seed: 7 }).map(verdictOf));
    assert.deepEqual(
      verdicts.filter((verdict) => !reached.has(verdict)),
      [],
    );
  });

  it('say until when they hold: till then time changes nothing', () => {
    let ended = 0;
    fc.assert(
      fc.property(anyPair, fc.integer({ min: 0, max: 400 * 86_400_000 }), ({ site, pair }, later) => {
        const { finding, until } = timedGrader(site)(pair);
        const then = site.readAt + later;
        const atThen = grader({ ...site, readAt: then })(pair);
        if (then <= until) assert.deepEqual(atThen, finding);
        else if (atThen.verdict !== finding.verdict) ended++;
      }),
      runs(2000, 200_000),
    );
    assert.ok(ended > 0, 'no finding changed by time alone');
  });

  it('do not depend on the order of messages and jobs', () =>
    fc.assert(
      fc.property(anyPair, ({ site, pair }) => {
        const turned = { ...pair, messages: [...pair.messages].reverse() };
        assert.equal(verdictOf({ site, pair: turned }), verdictOf({ site, pair }));
      }),
      runs(2000, 200_000),
    ));

  it('claim nothing more when less was read', () =>
    fc.assert(
      fc.property(
        anyPair,
        fc.subarray([...sources]),
        fc.constantFrom(...sources),
        (whole, missing, source) => {
          const facts = missing.reduce(without, whole);
          const [before, after] = [verdictOf(facts), verdictOf(without(facts, source))];
          if (before === after || !claims.has(after) || mayStand(before, source)) return;
          assert.fail(`${before} became ${after} without ${source}`);
        },
      ),
      runs(6000, 500_000),
    ));

  it('take nothing for absent that a role may hide', () =>
    fc.assert(
      fc.property(
        anyPair,
        fc.subarray([...sources]),
        fc.constantFrom(...sources),
        (whole, missing, source) => {
          const facts = missing.reduce(hidden, whole);
          const [before, after] = [verdictOf(facts), verdictOf(hidden(facts, source))];
          if (before === after || !claims.has(after) || mayStand(before, source)) return;
          assert.fail(`${before} became ${after} with ${source} hidden`);
        },
      ),
      runs(6000, 500_000),
    ));

  it('say of what a role shows what they say of it elsewhere, unless more may be hidden', () =>
    fc.assert(
      fc.property(anyPair, fc.constantFrom(...sources), ({ site, pair }, source) => {
        const scoped = { pair, site: { ...site, scoped: new Set<FactSource>([source]) } };
        const [before, after] = [verdictOf({ site, pair }), verdictOf(scoped)];
        assert.ok(before === after || !claims.has(after) || mayStand(before, source), `${before} ${after}`);
      }),
      runs(2000, 200_000),
    ));

  it('ask for no write when status messages, summarizer or package were not read', () =>
    fc.assert(
      fc.property(
        anyPair,
        fc.constantFrom<FactSource>('messages', 'summaries', 'packages'),
        (facts, source) => {
          const verdict = verdictOf(without(facts, source));
          assert.ok(repairNeed(verdict) !== 'yes' && verdict !== 'validated', verdict);
        },
      ),
      runs(2000, 200_000),
    ));
});
