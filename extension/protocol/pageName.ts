/** The pages of webviews/, each a folder and a bundle of this name (scripts/bundles.js). */
export type PageName =
  | 'missing'
  | 'plan'
  | 'cycles'
  | 'calendar'
  | 'cleanup'
  | 'history'
  | 'matrix'
  | 'compare'
  | 'run'
  | 'analysis'
  | 'log'
  | 'library';
