import fc from 'fast-check';
import { DemoEngine } from '../../extension/adapters/demo/demoEngine';
import { demoSiteOptions } from '../../extension/adapters/demo/demoSite';
import { generateSite, type GeneratedSite } from '../../extension/adapters/demo/generateSite';
import { MessageLog } from '../../extension/adapters/demo/site/messageLog';
import { planSite, type SiteOptions } from '../../extension/adapters/demo/site/siteModel';
import type { Faults } from '../../extension/protocol/demoSite';
import { tellStories, type ToldPair } from '../../extension/adapters/demo/site/tellStories';

export const now = Date.UTC(2026, 5, 1, 12);

export const never = new AbortController().signal;

export const anySeed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

export const anyRelease = fc.constantFrom('1806', 'current');

/** How often a property of whole sites is tried. */
export const runs = (usually: number, soaking: number): { readonly numRuns: number } => ({
  numRuns: process.env.SOAK === undefined ? usually : soaking,
});

/** Lends a generated site with its rows. */
export const withSite = async <T>(
  options: Partial<SiteOptions>,
  use: (site: GeneratedSite) => T | Promise<T>,
): Promise<T> => {
  const site = await generateSite({ size: 'small', seed: 1, release: '1806', now, ...options });
  try {
    return await use(site);
  } finally {
    site.messages.close();
    site.database.close();
  }
};

/** What happened at a site, without the rows: a medium one takes a tenth of the time. */
export const storiesOf = (options: Partial<SiteOptions>): Iterable<ToldPair> =>
  tellStories(planSite({ size: 'small', seed: 1, release: '1806', now, ...options }), new MessageLog());

/** A site whose time moves by `advance` only. */
export const stillSite = (seed = 1, faults: Faults = {}): Promise<DemoEngine> =>
  DemoEngine.open(demoSiteOptions({ seed, base: now, speed: 0, faults }));
