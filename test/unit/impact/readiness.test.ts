import assert from 'node:assert/strict';
import type { DpKey } from '../../../extension/core/content/nalPath';
import type { Package } from '../../../extension/core/content/package';
import { placesOf, readinessOf, type NeededContent } from '../../../extension/core/impact/readiness';
import type { Finding } from '../../../extension/core/reconcile/finding';
import type { Verdict } from '../../../extension/core/reconcile/verdict';
import { dps } from './anyNeeds';

const [one, two, three] = dps;
assert.ok(one !== undefined && two !== undefined && three !== undefined);

const packageOf = (packageId: string, sourceFlag = 2): Package => ({
  packageId,
  name: '',
  version: '',
  manufacturer: '',
  type: 0,
  sourceFlag,
  flags: 0,
  sourceVersion: 1,
  storedVersion: 1,
  bytes: 1,
  actionInProgress: 0,
  action: 0,
});

const needed = (
  verdicts: readonly (readonly [DpKey, Verdict])[],
  content: NeededContent['content'],
): NeededContent => ({
  packageId: 'P0100001',
  content,
  findings: new Map(
    verdicts.map(([dp, verdict]): [DpKey, Finding] => [
      dp,
      {
        packageId: 'P0100001',
        dp,
        nalPath: '',
        siteCode: 'P01',
        verdict,
        reason: 'So it is.',
        since: undefined,
        lastResult: undefined,
        suspectCycle: false,
        installed: undefined,
        disagrees: false,
      },
    ]),
  ),
});

const group = (
  name: string,
  ...of: readonly DpKey[]
): { name: string; boundaries: number; dps: readonly DpKey[] } => ({
  name,
  boundaries: 1,
  dps: of,
});

const plain = packageOf('P0100001');

describe('readiness of boundary groups', () => {
  it('takes one DP with everything proved; the others of the group do not count', () => {
    const { state, places, blocking } = readinessOf(
      [
        needed(
          [
            [one, 'validated'],
            [two, 'missing'],
          ],
          plain,
        ),
      ],
      [group('Berlin', one, two)],
    );
    assert.equal(state, 'ready');
    assert.deepEqual(places[0]?.readyDps, [one]);
    assert.deepEqual(blocking, []);
  });

  it('takes no two DPs that have everything only together', () => {
    const apart = [
      needed(
        [
          [one, 'validated'],
          [two, 'missing'],
        ],
        plain,
      ),
      needed(
        [
          [one, 'missing'],
          [two, 'validated'],
        ],
        plain,
      ),
    ];
    assert.equal(readinessOf(apart, [group('Berlin', one, two)]).state, 'notReady');
  });

  it('tells what lacks from what is only not proved, and lists it first', () => {
    const places = [group('Berlin', one), group('Tokyo', two)];
    const stale = readinessOf(
      [
        needed(
          [
            [one, 'validated'],
            [two, 'stale'],
          ],
          plain,
        ),
      ],
      places,
    );
    assert.deepEqual(
      [stale.state, stale.places.map(({ state }) => state)],
      ['unknown', ['ready', 'unknown']],
    );
    const lacking = readinessOf([needed([[one, 'stale']], plain)], places);
    assert.equal(lacking.state, 'notReady');
    assert.deepEqual(
      lacking.blocking.map(({ dp, proof, verdict }) => [dp, proof, verdict]),
      [
        [two, 'lacking', undefined],
        [one, 'unproved', 'stale'],
      ],
    );
  });

  it('knows nothing where nothing was read, and nothing is needed where a package has no content', () => {
    const places = [group('Berlin', one)];
    const unread: NeededContent = { packageId: 'P0100001', content: plain, findings: undefined };
    assert.equal(readinessOf([unread], places).state, 'unknown');
    assert.equal(readinessOf([needed([], 'unread')], places).state, 'unknown');
    assert.equal(readinessOf([needed([], 'absent')], places).state, 'notReady');
    assert.equal(readinessOf([needed([], packageOf('P0100001', 1))], places).state, 'ready');
    assert.equal(readinessOf([], places).state, 'unknown');
    assert.equal(readinessOf([needed([], plain)], []).state, 'unknown');
  });

  it('looks at each DP where no boundary group has one', () => {
    const points = [
      { key: one, serverName: 'dp1' },
      { key: three, serverName: 'xdp1' },
    ];
    const empty = { groupId: 1, ...group('Remote') };
    assert.deepEqual(
      placesOf([empty], points).map(({ name }) => name),
      ['dp1', 'xdp1'],
    );
    assert.deepEqual(
      placesOf([empty, { groupId: 2, ...group('Berlin', one) }], points).map(({ name }) => name),
      ['Berlin'],
    );
  });
});
