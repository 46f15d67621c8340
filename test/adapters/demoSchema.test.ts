import assert from 'node:assert/strict';
import { viewsOf } from '../../extension/adapters/demo/schema';
import type { SiteCatalogue } from '../../extension/ports/siteDatabase';
import type { Release } from '../../extension/protocol/demoSite';
import siteViews from '../../extension/queries/siteViews.json';
import { withSite } from './demoSites';

const sorted = (catalogue: Iterable<readonly [string, Iterable<string>]>): ReadonlyMap<string, string[]> =>
  new Map(Array.from(catalogue, ([view, columns]) => [view, [...columns].sort()]));

const catalogueOf = (release: Release): Promise<SiteCatalogue> =>
  withSite({ release }, ({ database }) => database.catalogue());

describe('demo schema', () => {
  for (const release of ['1806', 'current'] as const satisfies readonly Release[])
    it(`has exactly the views and columns listed for release ${release}, tables and computed ones alike`, async () => {
      const listed = Array.from(viewsOf(release), ([view, columns]) => [view, columns.keys()] as const);
      assert.deepEqual(sorted(await catalogueOf(release)), sorted(listed));
    });

  it('lacks what came after 1806, and only that', async () => {
    const [old, current] = await Promise.all([catalogueOf('1806'), catalogueOf('current')]);
    const later = Array.from(current, ([view, columns]): [string, string[]] => [
      view,
      [...columns].filter((column) => old.get(view)?.has(column) !== true),
    ]).filter(([, columns]) => columns.length > 0);
    const since = Object.entries<Record<string, unknown>>(siteViews.views)
      .map(([view, columns]): [string, string[]] => [
        view,
        Object.keys(columns).filter((column) => typeof columns[column] === 'object'),
      ])
      .filter(([, columns]) => columns.length > 0);
    assert.ok(later.length > 0);
    assert.deepEqual(sorted(later), sorted(since));
  });

  it('computes a view that gives rows without an error, every one of them', () =>
    withSite({ release: 'current' }, ({ database }) => {
      for (const view of database.catalogue().keys()) database.all(`SELECT * FROM ${view} LIMIT 3`);
      const filled = [...database.catalogue().keys()].filter(
        (view) => database.all(`SELECT 1 FROM ${view} LIMIT 1`).length > 0,
      );
      assert.ok(filled.length >= 30, filled.join(', '));
    }));
});
