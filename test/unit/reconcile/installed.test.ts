import assert from 'node:assert/strict';
import { installedOf } from '../../../extension/core/reconcile/installed';
import { evidenceOf, factsOf, findingOf, hoursAgo, passed, type PairCase } from './pairCase';

const succeeded = { messageState: 1, lastUpdate: passed };
const failed = { messageId: 2302, messageState: 4, lastUpdate: hoursAgo(2) };

const cases: readonly (readonly [string, PairCase, boolean | undefined])[] = [
  ['StateGroup 1', { summary: { state: 3 }, pair: { stateGroup: 1 } }, true],
  ['StateGroup 4, whatever the summarizer says', { pair: { stateGroup: 4 } }, false],
  ['StateGroup 2', { pair: { stateGroup: 2 } }, false],
  ['MessageState 1 where there is no StateGroup', { status: succeeded, summary: { state: 3 } }, true],
  ['MessageState 4 where there is no StateGroup', { status: failed }, false],
  ['StateGroup 1 before a MessageState 4', { status: failed, pair: { stateGroup: 1 } }, true],
  ['State 0 where there is nothing else', {}, true],
  ['State 8: installed and being validated', { summary: { state: 8 } }, true],
  ['State 7: an update is on its way', { summary: { state: 7 } }, false],
  ['a State that was not read', { summary: { state: undefined } }, undefined],
  ['nothing at all', { summary: undefined }, undefined],
];

describe('whether the status says installed', () => {
  for (const [what, differs, expected] of cases)
    it(`${what}: ${String(expected)}`, () => {
      assert.equal(installedOf(factsOf(differs).pair), expected);
      assert.equal(findingOf(differs).installed, expected);
    });

  it('is evidence of what is missing, with the raw code that says so', () => {
    const missing: PairCase = { messages: [], pair: { stateGroup: 1 } };
    assert.equal(findingOf(missing).verdict, 'missing');
    const said = evidenceOf(missing).find(({ raw }) => raw === 'StateGroup 1');
    assert.equal(said?.source, 'v_ContentDistribution');
    assert.match(said.text, /clients are sent there/);
  });
});
