import assert from 'node:assert/strict';
import { explainPairs } from '../../../extension/app/explainPairs';
import { packageNote } from '../../../extension/core/content/packageNote';
import { withSession } from './connected';

const { signal } = new AbortController();
const packageId = 'PS100003';

describe('a package that the site has predefined and v_Package does not list', () => {
  it('has a name, says what it is, and is graded like others', () =>
    withSession({}, async ({ session }) => {
      const { site, state } = session;
      assert.ok(site !== undefined);
      const content = state.index?.packages.get(packageId);
      assert.equal(content?.name, 'Configuration Manager Client Upgrade Package');
      assert.match(
        packageNote(content) ?? '',
        /^Predefined by the site \(the client upgrade package is one\)/,
      );
      const pairs = await site.findings.of({ packageId }, signal);
      assert.equal(pairs.length, state.index?.dps.size);
      const verdicts = new Set(pairs.map(({ verdict }) => verdict));
      assert.ok(verdicts.has('validated'));
      for (const verdict of ['deleted', 'unread'] as const) assert.ok(!verdicts.has(verdict), verdict);
      for (const { explanation } of await explainPairs(session, pairs, signal))
        assert.ok(explanation.evidence.some(({ raw }) => raw === 'IsPredefinedPackage 1'));
    })).timeout(30_000);

  it('is known by its target and content where the site does not say what is predefined', () =>
    withSession({ dropColumns: { v_SmsPackage: ['IsPredefinedPackage'] } }, ({ session }) => {
      const { state } = session;
      const content = state.index?.packages.get(packageId);
      assert.match((content && packageNote(content)) ?? '', /^Hidden by the site/);
      assert.ok(state.facts?.notRead.has('predefinedPackages'));
      return Promise.resolve();
    })).timeout(30_000);

  it('is not read, rather than deleted, where v_SmsPackage does not name it', () =>
    withSession({ dropColumns: { v_SmsPackage: ['Name'] } }, async ({ session }) => {
      const { site, state } = session;
      assert.ok(site !== undefined);
      assert.equal(state.index?.packages.get(packageId), undefined);
      const pairs = await site.findings.of({ packageId }, signal);
      assert.deepEqual([...new Set(pairs.map(({ verdict }) => verdict))], ['unread']);
    })).timeout(30_000);

  it('leaves a package deleted that only old rows speak of', () =>
    withSession({}, async ({ session }) => {
      const { site } = session;
      assert.ok(site !== undefined);
      const view = { kind: 'view', filter: 'state:deleted', except: [] } as const;
      assert.ok((await site.findings.resolve(view, signal)).length > 0);
    })).timeout(30_000);
});
