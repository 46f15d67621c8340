import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Acknowledged } from '../../../extension/core/acknowledge/acknowledged';
import type { Acknowledgement } from '../../../extension/core/acknowledge/acknowledgement';
import { dpKey } from '../../../extension/core/content/nalPath';
import { canAcknowledge } from '../../../extension/core/reconcile/tally';
import { verdicts, type Verdict } from '../../../extension/core/reconcile/verdict';
import { said } from './acknowledgements';

const now = Date.UTC(2026, 10, 21);
const bearing = (
  one: Acknowledgement,
  server = 'dp1.corp.example',
  verdict: Verdict = 'missing',
  packageId = 'P0100001',
): string | undefined =>
  new Acknowledged([one], 'P01', now).about(packageId, dpKey(server, 'Windows NT Server'), verdict)[0]
    ?.bearing;

describe('what is acknowledged', () => {
  it('is the DP that was named, and no other whose name begins or ends alike', () => {
    assert.equal(bearing(said()), 'counts');
    assert.equal(bearing(said({ dp: 'DP1.CORP.example' })), 'counts');
    for (const other of ['dp10.corp.example', 'dp1.other.example', 'dp1', 'xdp1.corp.example'])
      assert.equal(bearing(said(), other), undefined, other);
    assert.equal(bearing(said({ dp: 'dp%.corp.example' })), undefined);
    assert.equal(bearing(said({ dp: 'dp_.corp.example' })), undefined);
  });

  it('may be named by the NAL path that a console shows', () =>
    assert.equal(
      bearing(
        said({ dp: '["Display=\\\\dp1.corp.example\\"]MSWNET:["SMS_SITE=P01"]\\\\dp1.corp.example\\' }),
      ),
      'counts',
    ));

  it('is the package that was named, on any DP when none is', () => {
    const everywhere = said({ dp: undefined });
    assert.equal(bearing(everywhere, 'dp77.corp.example'), 'counts');
    assert.equal(bearing(everywhere, 'dp77.corp.example', 'missing', 'P0100010'), undefined);
    assert.equal(
      bearing(said({ packageId: undefined }), 'dp1.corp.example', 'missing', 'P0100010'),
      'counts',
    );
  });

  it('is of one site', () => assert.equal(bearing(said({ siteCode: 'P02' })), undefined));

  it('counts again once it has turned into another finding', () => {
    assert.equal(bearing(said(), 'dp1.corp.example', 'hashFailed'), 'otherVerdict');
    assert.equal(bearing(said({ verdicts: undefined }), 'dp1.corp.example', 'hashFailed'), 'counts');
  });

  it('counts again from the moment that it expires', () => {
    assert.equal(bearing(said({ expires: now + 1 })), 'counts');
    assert.equal(bearing(said({ expires: now })), 'expired');
  });

  it('is never what is validated, or has nothing to validate', () => {
    for (const verdict of verdicts)
      assert.equal(
        bearing(said({ verdicts: undefined }), 'dp1.corp.example', verdict) === 'counts',
        canAcknowledge(verdict),
        verdict,
      );
  });

  it('is told by what counts first, whatever the order of the file', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (order) => {
        const all = [
          said({ dp: undefined, expires: now - 1 }),
          said({ packageId: undefined }),
          said({ verdicts: ['corrupt'] }),
        ];
        const list = order.flatMap((place) => all[place] ?? []);
        const found = new Acknowledged(list, 'p01', now).about(
          'p0100001',
          dpKey('DP1.corp.example', 'Windows NT Server'),
          'missing',
        );
        assert.deepEqual(
          found.map((one) => one.bearing),
          ['counts', 'expired', 'otherVerdict'],
        );
      }),
    ));
});
