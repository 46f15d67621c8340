import { find } from './support/outline';
import { connectTo, eventually, leave, pages, run } from './support/window';
import type { ContentApi } from '../../extension/host/contentApi';

describe('content libraries in a window', function () {
  this.timeout(60_000);
  let api: ContentApi;
  before(async () => (api = await connectTo('small')));
  after(leave);

  it('are looked at on a page of their own, for the DP that was chosen', async () => {
    const dp = await find(api, 'Distribution Points', 'DPPAR01.contoso.local');
    await run('configmgrContent.library.findMismatches', dp.node);
    await eventually('the page', () => pages().some((title) => title.startsWith('Content Libraries')));
  });
});
