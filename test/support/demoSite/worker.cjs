// The demo site's worker from its sources, as the bundle is without a build.
// @ts-expect-error it has no types
require('tsx/cjs');
require('../textModules.cjs');
require('../../../extension/workers/demoSite/main');
