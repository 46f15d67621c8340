import assert from 'node:assert/strict';
import { ProviderFailover } from '../../../extension/app/providerFailover';
import { CimError, type CimFailureKind, type CimTarget, type CimWriter } from '../../../extension/ports/cim';

const namespace = 'root\\SMS\\site_P01';
const provider: CimTarget = { computer: 'cm01', namespace };
const path = { className: 'SMS_DistributionPoint', keys: { PackageID: 'P0100001' } };
const { signal } = new AbortController();

/** Providers of which some do not answer, with what was asked of whom. */
const providers = (
  failing: Readonly<Record<string, CimFailureKind>>,
): { readonly cim: CimWriter; readonly asked: string[] } => {
  const asked: string[] = [];
  const answer = (target: CimTarget): Promise<void> => {
    asked.push(target.computer);
    const kind = failing[target.computer];
    return kind === undefined
      ? Promise.resolve()
      : Promise.reject(new CimError(kind, `${target.computer}: ${kind}`));
  };
  return {
    asked,
    cim: {
      get: (target) => answer(target).then(() => ({ from: target.computer })),
      put: answer,
      invoke: (target) => answer(target).then(() => ({ returnValue: 0, out: {} })),
      invokeOn: (target) => answer(target).then(() => ({ returnValue: 0, out: {} })),
      delete: answer,
    },
  };
};

const listed = (): Promise<readonly string[]> => Promise.resolve(['CM01', 'cm02', 'cm03']);

describe('the SMS Provider of a site', () => {
  it('is the one named while it answers', async () => {
    const { cim, asked } = providers({});
    await new ProviderFailover(cim, provider, listed).put(provider, path, { RefreshNow: true }, signal);
    assert.deepEqual(asked, ['cm01']);
  });

  it('is another one of the site when it cannot be reached, and stays that one', async () => {
    const { cim, asked } = providers({ cm01: 'unreachable', cm02: 'unreachable' });
    const failover = new ProviderFailover(cim, provider, listed);
    assert.deepEqual(await failover.get(provider, path, signal), { from: 'cm03' });
    await failover.put(provider, path, {}, signal);
    assert.deepEqual(asked, ['cm01', 'cm02', 'cm03', 'cm03']);
  });

  it('is not another one for a write that got no answer: it might be done twice', async () => {
    const { cim, asked } = providers({ cm01: 'unreachable' });
    const failover = new ProviderFailover(cim, provider, listed);
    await assert.rejects(failover.put(provider, path, { RefreshNow: true }, signal), { kind: 'unreachable' });
    await assert.rejects(failover.invoke(provider, 'SMS_X', 'Y', {}, signal), { kind: 'unreachable' });
    await assert.rejects(failover.invokeOn(provider, path, 'Y', {}, signal), { kind: 'unreachable' });
    await assert.rejects(failover.delete(provider, path, signal), { kind: 'unreachable' });
    assert.deepEqual(asked, ['cm01', 'cm01', 'cm01', 'cm01']);
  });

  it('is not another one after any other failure', async () => {
    for (const kind of ['denied', 'failed', 'notFound', 'cancelled'] as const) {
      const { cim, asked } = providers({ cm01: kind });
      const failover = new ProviderFailover(cim, provider, listed);
      await assert.rejects(failover.get(provider, path, signal), { kind });
      assert.deepEqual(asked, ['cm01']);
    }
  });

  it('cannot be reached when no other one can, or their list cannot be read', async () => {
    const all = providers({ cm01: 'unreachable', cm02: 'unreachable', cm03: 'unreachable' });
    await assert.rejects(new ProviderFailover(all.cim, provider, listed).get(provider, path, signal), /cm01/);
    const unlisted = new ProviderFailover(all.cim, provider, () => Promise.reject(new Error('no list')));
    await assert.rejects(unlisted.get(provider, path, signal), /cm01: unreachable/);
  });

  it('does not stand in for a DP', async () => {
    const { cim, asked } = providers({ dp01: 'unreachable' });
    const dp = { computer: 'dp01', namespace: 'root\\SCCMDP' };
    await assert.rejects(new ProviderFailover(cim, provider, listed).get(dp, path, signal), /dp01/);
    assert.deepEqual(asked, ['dp01']);
  });
});
