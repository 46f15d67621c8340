import assert from 'node:assert/strict';
import { explanationOf } from '../../../extension/core/reconcile/explain';
import { grader } from '../../../extension/core/reconcile/grade';
import { ticketText } from '../../../extension/core/reconcile/ticketText';
import { factsOf, hoursAgo, message, type PairCase } from './pairCase';

const textOf = (of: PairCase, packageName = '7-Zip'): string => {
  const { site, pair } = factsOf(of);
  return ticketText({
    finding: grader(site)(pair),
    explanation: explanationOf(site, pair),
    packageName,
    packageNote: undefined,
    dpName: 'dp1.corp.example',
    siteCode: 'P01',
    siteName: 'Primary site',
  });
};

describe('a verdict as text for a ticket', () => {
  it('names what, where, why, by which rule, and when it was read', () => {
    const text = textOf({ messages: [], pair: { stateGroup: 1 } });
    assert.match(text, /^# Missing · installed: 7-Zip \(P0100012\) on dp1\.corp\.example\n/);
    assert.match(
      text,
      /^- Verdict: Missing \(missing\)\. The last finished cycle of the DP did not verify it\.$/m,
    );
    assert.match(text, /^- Rule: 19, the first that fits$/m);
    assert.match(text, /^- DP status: The DP's status says installed: clients are sent there\.$/m);
    assert.match(text, /^- Site: P01, Primary site$/m);
    assert.match(text, /^- Read: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/m);
    assert.match(text, /^- Not read: nothing; every source was read$/m);
  });

  it('lists each fact with source, UTC time, raw code and RecordID', () => {
    const fail = message(2382, hoursAgo(9));
    const time = new Date(fail.time).toISOString().slice(0, 19).replace('T', ' ');
    const line = textOf({ messages: [fail] })
      .split('\n')
      .find((one) => one.startsWith('- 2382: '));
    assert.ok(line?.endsWith(`(status message 2382, ${time} UTC, RecordID ${fail.recordId})`) === true, line);
  });

  it('says which sources were not read, and which disagree', () => {
    assert.match(textOf({ notRead: ['jobs'] }), /^- Not read: vSMS_DistributionJob$/m);
    const odd = textOf({ pair: { stateGroup: 4 } });
    assert.match(odd, /## Sources disagree\n\n.*still says failed\.\n/);
    assert.match(odd, /StateGroup 4/);
  });

  it('explains what is validated too', () => {
    const text = textOf({});
    assert.match(text, /^# Validated: /);
    assert.match(text, /status message 2384/);
    assert.match(text, /status message 2386/);
  });

  it('makes no markup of a name', () => {
    const [heading = ''] = textOf({}, '<img src=x> [a](http://b) *c*\n# d').split('\n');
    assert.ok(heading.includes('\\<img src=x\\> \\[a\\](http\\://b) \\*c\\* \\# d'), heading);
  });
});
