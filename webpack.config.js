// @ts-check
// An entry a process: the extension host, its workers, the log server, the CLI, which share chunks; and the pages.
const path = require('node:path');
const { EsbuildPlugin } = require('esbuild-loader');
const { BannerPlugin } = require('webpack');
const { pages, workers } = require('./scripts/bundles.js');
const { EntryBudget } = require('./scripts/entryBudget.js');

const noAzure = path.join(__dirname, 'extension/adapters/sql/noAzure.ts');
const azurePackages = ['@azure/core-auth', '@azure/identity', '@azure/keyvault-keys'];

/** Sizes of what each entry loads at its start that fail the build, in bytes (docs/architecture.md, Budgets). */
const budget = { host: 200_000, server: 350_000, webviews: 300_000, workers: 400_000, cli: 600_000 };

/**
 * @param {string} name
 * @param {Record<string, string>} entry each by its path below `folder`
 * @param {{ target: string, tsconfig: string, folder: string, production: boolean }} options
 * @returns {import('webpack').Configuration}
 */
const bundle = (name, entry, { target, tsconfig, folder, production }) => ({
  name,
  target,
  entry,
  devtool: production ? false : 'source-map',
  output: {
    path: path.join(__dirname, folder),
    filename: '[name].js',
    chunkFilename: 'shared/[name].chunk.js',
    // What another bundle writes below it stays.
    clean: { keep: (file) => folder === 'dist' && file.startsWith('webviews') },
    ...(target === 'web' ? {} : { library: { type: 'commonjs2' } }),
  },
  externals: { vscode: 'commonjs vscode' },
  // TypeScript wants a dynamic import to name the file that it will be.
  resolve: {
    extensions: ['.ts', '.js'],
    extensionAlias: { '.js': ['.ts', '.js'] },
    // Ways to log in that no site database has; tedious loads them at start (docs/adr/0006).
    alias: Object.fromEntries(azurePackages.map((name) => [name, noAzure])),
  },
  module: {
    rules: [
      { test: /sql-wasm\.js$/, loader: path.join(__dirname, 'scripts', 'sqlJsLoader.js') },
      // Nothing here is imported for what it does when it loads: what no bundle uses stays out of it.
      { test: /\.ts$/, include: path.join(__dirname, 'extension'), sideEffects: false },
      { test: /\.(sql|ps1)$/, type: 'asset/source' },
      // The demo site's database engine, which its worker and the command line read as a file.
      {
        test: /\.wasm$/,
        type: 'asset/resource',
        generator: { filename: 'shared/[name][ext]', publicPath: '../' },
      },
      // Files that a page loads itself: its content security policy has no inline styles.
      { test: /\.(css|ttf)$/, type: 'asset/resource', generator: { filename: '[name][ext]' } },
      {
        test: /\.ts$/,
        loader: 'esbuild-loader',
        options: { target: 'es2023', tsconfig: path.join(__dirname, tsconfig) },
      },
    ],
  },
  optimization: { minimizer: [new EsbuildPlugin({ target: 'es2023', legalComments: 'eof' })] },
  performance: false,
  plugins: production ? [new EntryBudget((entry) => limitOf(entry, name))] : [],
  stats: 'errors-warnings',
});

/** @param {string} entry @param {string} bundleName */
const limitOf = (entry, bundleName) => {
  const [folder = ''] = entry.split('/');
  return Object.entries(budget).find(([name]) => name === folder || name === bundleName)?.[1] ?? 0;
};

/** @param {Record<string, string>} entries @param {string} folder */
const below = (folder, entries) =>
  Object.fromEntries(Object.entries(entries).map(([name, file]) => [`${folder}/${name}`, file]));

/** @param {unknown} _env @param {{ mode?: string }} argv */
module.exports = (_env, { mode }) => {
  const production = mode !== 'development';
  const node = bundle(
    'node',
    {
      'host/extension': './extension/host/extension.ts',
      'server/main': './extension/server/main.ts',
      'cli/main': './extension/cli/main.ts',
      ...below('workers', workers),
    },
    { target: 'node20', tsconfig: 'tsconfig.json', folder: 'dist', production },
  );
  return [
    {
      ...node,
      plugins: [
        ...(node.plugins ?? []),
        // The loader drops it, and without it a shell would run the bundle as its own script.
        new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, include: /^cli\// }),
      ],
    },
    bundle('webviews', pages, {
      target: 'web',
      tsconfig: 'webviews/tsconfig.json',
      folder: 'dist/webviews',
      production,
    }),
  ];
};
