import assert from 'node:assert/strict';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import { testConnection, type TestedConnection } from '../../extension/app/testConnection';
import type { Capability, CapabilityResult } from '../../extension/core/connection/capability';
import { CimError, type CimBrowser, type CimProperties } from '../../extension/ports/cim';
import { featureNeeds } from '../../extension/queries/features';
import type { Faults } from '../../extension/protocol/demoSite';
import { never, withSite } from './demoSites';

/** WMI that shows these instances by class, and nothing else. */
const wmiWith = (instances: Readonly<Record<string, readonly CimProperties[]>>): CimBrowser => {
  const refuse = (): Promise<never> => Promise.reject(new CimError('unreachable', 'It does not answer.'));
  return {
    get: refuse,
    put: refuse,
    invoke: refuse,
    invokeOn: refuse,
    delete: refuse,
    describe: refuse,
    create: refuse,
    query: async function* (_target, { className }) {
      const found = instances[className];
      if (found === undefined) await refuse();
      else yield found;
    },
  };
};

const tested = (
  shownDps: (all: readonly string[]) => readonly string[],
  faults: Faults = {},
): Promise<TestedConnection> => {
  let result: TestedConnection | undefined;
  return withSite({}, async ({ database, model }) => {
    const paths = database
      .all('SELECT NALPath FROM v_DistributionPointInfo')
      .map(({ NALPath }) => String(NALPath));
    const { siteCode, siteName, siteServer } = model;
    const wmi = wmiWith({
      SMS_ProviderLocation: [{ SiteCode: siteCode, Machine: siteServer }],
      SMS_DistributionPointInfo: shownDps(paths).map((NALPath) => ({ NALPath })),
    });
    const info = {
      siteCode,
      siteName,
      provider: { computer: siteServer, namespace: `root\\SMS\\site_${siteCode}` },
    };
    result = await testConnection(
      { database: new SqlExecutor(database, faults), wmi, info },
      featureNeeds,
      'dp01.corp.example',
      never,
    );
  }).then(() => result ?? assert.fail('a result'));
};

const resultOf = ({ results }: TestedConnection, capability: Capability): CapabilityResult =>
  results.find((one) => one.capability === capability) ?? assert.fail(capability);

describe('Test Connection', () => {
  it('finds all in order where everything is shown', async () => {
    const all = await tested((paths) => paths.map((path) => path.toUpperCase()));
    for (const capability of ['sqlRead', 'provider', 'providerRights'] as const)
      assert.equal(resultOf(all, capability).state, 'ok', resultOf(all, capability).cause);
    assert.deepEqual(all.gaps, []);
  });

  it('says of a scoped account how many distribution points its roles show', async () => {
    const { state, cause } = resultOf(await tested((paths) => paths.slice(0, 2)), 'providerRights');
    assert.equal(state, 'missing');
    assert.match(cause, /2 of the \d+ distribution points.*security roles and scopes.*cannot be written to/);
    const none = resultOf(await tested(() => []), 'providerRights');
    assert.match(none.cause, /shows this account no distribution point/);
  });

  it('tells each capability for itself when another fails', async () => {
    const all = await tested((paths) => paths, { dropColumns: { v_Package: ['PkgFlags'] } });
    assert.equal(resultOf(all, 'sqlRead').state, 'missing');
    assert.ok(all.gaps.some(({ because }) => because.includes('v_Package has no column PkgFlags')));
    assert.equal(resultOf(all, 'providerRights').state, 'ok');
    assert.match(resultOf(all, 'dpManagement').cause, /does not answer/);
    assert.equal(resultOf(all, 'contentLibrary').state, 'missing');
  });
});
