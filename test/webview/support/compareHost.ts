import type { Browser } from 'playwright-core';
import { OpenComparison } from '../../../extension/app/openComparison';
import type { SiteSession } from '../../../extension/app/siteSession';
import type { Subject } from '../../../extension/core/compare/subject';
import * as protocol from '../../../extension/protocol/comparePage';
import { openPage, type FakeOptions, type FakeVsCode } from './fakeVsCode';

/** The page of a comparison, open on a real session with a generated site. */
export interface OpenCompare extends FakeVsCode {
  readonly comparison: OpenComparison;
  /** What the page asked to show in the tree, and to copy. */
  readonly revealed: readonly unknown[];
  readonly copied: readonly { readonly ids: readonly string[]; readonly format: string }[];
}

export const openCompare = async (
  browser: Browser,
  session: SiteSession,
  subject: Subject,
  options: FakeOptions = {},
): Promise<OpenCompare> => {
  const revealed: unknown[] = [];
  const copied: OpenCompare['copied'][number][] = [];
  let changed = (): void => undefined;
  const comparison = new OpenComparison({ session }, subject, () => changed());
  const fake = await openPage(
    browser,
    'compare',
    (endpoint) => {
      changed = () => endpoint.notify(protocol.compareChanged, { revision: comparison.state.revision });
      endpoint.handle(protocol.compareState, () => comparison.state);
      endpoint.handle(protocol.comparePage, ({ view, offset, limit }) =>
        comparison.page(view, offset, limit),
      );
      endpoint.handle(protocol.compareRefresh, () => {
        void comparison.refresh();
        return undefined;
      });
      endpoint.handle(protocol.compareReveal, (place) => {
        revealed.push(place);
        return undefined;
      });
      endpoint.handle(protocol.compareCopy, ({ ids, format }) => {
        copied.push({ ids, format });
        return undefined;
      });
    },
    options,
  );
  fake.page.once('close', () => comparison.close());
  return { ...fake, comparison, revealed, copied };
};
