// @ts-check
// One bundle a process: the extension host, its workers, the log server, the webview pages, the CLI.
const path = require('node:path');
const { EsbuildPlugin } = require('esbuild-loader');
const { BannerPlugin } = require('webpack');
const { pages, workers } = require('./scripts/bundles.js');

const noAzure = path.join(__dirname, 'extension/adapters/sql/noAzure.ts');
const azurePackages = ['@azure/core-auth', '@azure/identity', '@azure/keyvault-keys'];

/** Sizes that fail the build, in bytes (docs/architecture.md, Budgets). */
const budget = { host: 200_000, server: 350_000, page: 300_000, worker: 400_000, cli: 600_000 };

/**
 * @param {string} name
 * @param {Record<string, string>} entry
 * @param {{ target: string, tsconfig: string, limit: number, production: boolean }} options
 * @returns {import('webpack').Configuration}
 */
const bundle = (name, entry, { target, tsconfig, limit, production }) => ({
  name,
  target,
  entry,
  devtool: production ? false : 'source-map',
  output: {
    path: path.join(__dirname, 'dist', name),
    filename: '[name].js',
    chunkFilename: '[name].chunk.js',
    clean: true,
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
      // The demo site's database engine lies beside its worker, which reads it as a file.
      { test: /\.wasm$/, type: 'asset/resource', generator: { filename: '[name][ext]', publicPath: '' } },
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
  performance: {
    hints: production ? 'error' : false,
    maxEntrypointSize: limit,
    maxAssetSize: limit,
    // What starts with the window counts; lazy chunks and data do not.
    assetFilter: (file) => !/\.(map|wasm|ttf|chunk\.js)$/.test(file),
  },
  stats: 'errors-warnings',
});

/** @param {unknown} _env @param {{ mode?: string }} argv */
module.exports = (_env, { mode }) => {
  const production = mode !== 'development';
  const node = { target: 'node20', tsconfig: 'tsconfig.json', production };
  return [
    bundle('host', { extension: './extension/host/extension.ts' }, { ...node, limit: budget.host }),
    bundle('workers', workers, { ...node, limit: budget.worker }),
    bundle('server', { main: './extension/server/main.ts' }, { ...node, limit: budget.server }),
    {
      ...bundle('cli', { main: './extension/cli/main.ts' }, { ...node, limit: budget.cli }),
      // The loader drops it, and without it a shell would run the bundle as its own script.
      plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true })],
    },
    bundle('webviews', pages, {
      target: 'web',
      tsconfig: 'webviews/tsconfig.json',
      production,
      limit: budget.page,
    }),
  ];
};
