/** Files that webpack copies beside the bundles; the host serves them (extension/protocol/pageHtml.ts). */
declare module '*.css';
declare module '*.ttf';
