// @ts-check
/** Entry points that webpack builds and that the host loads by these names. */
exports.workers = {
  demoSite: './extension/workers/demoSite/main.ts',
  findings: './extension/workers/findings/main.ts',
  history: './extension/workers/history/main.ts',
  logView: './extension/workers/logView/main.ts',
};
exports.pages = {
  analysis: './webviews/analysis/main.ts',
  compare: './webviews/compare/main.ts',
  missing: './webviews/missing/main.ts',
  matrix: './webviews/matrix/main.ts',
  plan: './webviews/plan/main.ts',
  run: './webviews/run/main.ts',
  cleanup: './webviews/cleanup/main.ts',
  cycles: './webviews/cycles/main.ts',
  calendar: './webviews/calendar/main.ts',
  history: './webviews/history/main.ts',
  log: './webviews/log/main.ts',
  library: './webviews/library/main.ts',
};
