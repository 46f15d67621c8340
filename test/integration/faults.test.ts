import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ContentApi } from '../../extension/host/contentApi';
import type { Faults } from '../../extension/protocol/demoSite';
import { recordContexts } from './support/contexts';
import { childrenOf, find, type Shown } from './support/outline';
import { Prompts } from './support/prompts';
import { connectTo, eventually, leave, run, setFaults } from './support/window';

const buttons = ['Try Again', 'Show Details'];

/** `later`: what goes wrong when the site was read before, and only its changes are read. */
const faults: readonly (readonly [
  what: string,
  faults: Faults,
  says: RegExp,
  later?: readonly [faults: Faults, says: RegExp],
])[] = [
  ['a missing column', { dropColumns: { v_Package: ['PkgFlags'] } }, /PkgFlags of v_Package/],
  ['a value that is not understood', { badValue: { column: 'DPID', value: 'x' } }, /"x" in column DPID/],
  [
    'a failing query',
    { failQuery: 'missingContent' },
    /"missingContent" failed.*Refresh/,
    [{ failQuery: 'siteChanges' }, /"siteChanges" failed.*Refresh/],
  ],
  [
    'a read that breaks off half-way',
    { failAfterRows: 300 },
    /broke off after 300 rows.*Refresh/,
    [{ failAfterRows: 100 }, /broke off after 100 rows.*Refresh/],
  ],
  ['a site that ends half-way', { stopAfterRows: 300 }, /has ended.*Refresh/],
];

const tooltipOf = async ({ tree }: ContentApi, { item, node }: Shown): Promise<string> => {
  const { token } = new vscode.CancellationTokenSource();
  const resolved = await tree.resolveTreeItem(item, node, token);
  const tooltip = resolved?.tooltip;
  return tooltip instanceof vscode.MarkdownString ? tooltip.value.replaceAll('&nbsp;', ' ') : '';
};

const badgeOf = ({ view }: ContentApi): number | undefined => view.badge?.value;

describe('a demo site that fails', function () {
  this.timeout(60_000);
  afterEach(leave);

  for (const [what, fault, says, later] of faults) {
    const [laterFault, laterSays] = later ?? [fault, says];
    it(`${what}, at first: one message, nothing counted, and a refresh recovers`, () =>
      Prompts.during(async ({ said }) => {
        const contexts = recordContexts();
        const api = await connectTo('small', fault);
        assert.equal(said.length, 1, JSON.stringify(said));
        assert.match(said[0]?.message ?? '', says);
        assert.deepEqual(said[0]?.buttons, buttons);
        assert.equal(badgeOf(api), undefined);
        assert.equal(api.missing.tally, undefined);
        assert.match(api.missing.stale ?? '', says);
        if (api.state.index === undefined) {
          assert.deepEqual(await childrenOf(api), []);
          assert.equal(contexts.keys.get('configmgrContent.view'), 'failed');
        } else
          for (const { description, item } of await childrenOf(api, await find(api, 'Distribution Points'))) {
            assert.equal(description, 'not read yet');
            assert.match(item.accessibilityInformation?.label ?? '', /Unknown/);
          }

        await setFaults(undefined);
        await run('configmgrContent.site.refresh');
        assert.equal(api.state.problem, undefined);
        assert.equal(badgeOf(api), api.state.summary?.site.problems);
        assert.equal(contexts.keys.get('configmgrContent.view'), 'shown');
        contexts.stop();
      }));

    it(`${what}, later: one message, the old data stay and are marked, and a refresh recovers`, () =>
      Prompts.during(async ({ said }) => {
        const api = await connectTo('small');
        const heading = await find(api, 'Distribution Points');
        const before = (await childrenOf(api, heading)).map(({ label, description }) => [label, description]);
        const { badge } = api.view;
        assert.equal(said.length, 0);

        await setFaults(laterFault);
        await run('configmgrContent.site.refresh');
        assert.equal(said.length, 1, JSON.stringify(said));
        assert.match(said[0]?.message ?? '', laterSays);
        assert.deepEqual(said[0]?.buttons, buttons);
        const dps = await childrenOf(api, heading);
        assert.deepEqual(
          dps.map(({ label, description }) => [label, description]),
          before,
        );
        assert.deepEqual(api.view.badge, badge);
        assert.match(api.view.description ?? '', /not fresh$/);
        assert.match(api.view.message ?? '', /^Not fresh, read \d{4}-/);
        assert.ok(dps[0] && (await tooltipOf(api, dps[0])).includes('The last read failed'));
        assert.match(api.missing.stale ?? '', laterSays);
        assert.deepEqual(api.missing.tally, api.state.summary?.site);

        await setFaults(undefined);
        await run('configmgrContent.site.refresh');
        assert.equal(api.state.problem, undefined);
        assert.equal(api.view.message, '');
        assert.doesNotMatch(api.view.description ?? '', /not fresh/);
        assert.equal(api.missing.stale, undefined);
      }));
  }

  it('Try Again on the message reads again, and tells again what is still wrong', () =>
    Prompts.during(async (prompts) => {
      await connectTo('small');
      prompts.press = 'Try Again';
      await setFaults({ failQuery: 'packages' });
      await run('configmgrContent.site.refresh');
      await eventually('the second message', () => prompts.errors.length === 2);
      assert.equal(prompts.errors[0]?.message, prompts.errors[1]?.message);
    }));

  it('a list that cannot be read: says so once, and does not look empty', () =>
    Prompts.during(async ({ said }) => {
      const api = await connectTo('small', { failQuery: 'targetedContent' });
      const dps = await childrenOf(api, await find(api, 'Distribution Points'));
      for (const dp of dps.slice(0, 3)) {
        const [failed, ...rest] = await childrenOf(api, dp);
        assert.deepEqual(rest, []);
        assert.match(failed?.label ?? '', /Could not be read/);
        assert.equal(failed?.item.command?.command, 'configmgrContent.site.refresh');
      }
      assert.equal(said.length, 1, JSON.stringify(said));
      assert.match(said[0]?.message ?? '', /"targetedContent" failed/);
    }));

  it('a list that was read before: stays, and is not asked for again where nothing has changed', () =>
    Prompts.during(async () => {
      const api = await connectTo('small');
      const dp = await find(api, 'Distribution Points', 'DPHAM01.contoso.local');
      const before = (await childrenOf(api, dp)).map(({ label }) => label);
      await setFaults({ failQuery: 'targetedContent' });
      await run('configmgrContent.site.refresh');
      assert.deepEqual(
        (await childrenOf(api, dp)).map(({ label }) => label),
        before,
      );
      // Changes of the last minutes are read again: then it says that the list is older.
      assert.match(api.view.message ?? '', /^(?:$|Not fresh)/);
    }));
});
