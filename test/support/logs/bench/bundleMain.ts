import path from 'node:path';
import webpack from 'webpack';

const root = path.join(__dirname, '../../../..');

/** Bundles what is measured as the extension is bundled: loaded module by module, each call costs several times more. */
export const bundleMain = (
  folder: string,
  entry: Readonly<Record<string, string>> = { main: path.join(__dirname, 'main.ts') },
): Promise<string> =>
  new Promise((resolve, reject) => {
    const compiler = webpack({
      mode: 'production',
      target: 'node20',
      entry,
      output: { path: folder, filename: '[name].js', chunkFilename: '[name].chunk.js' },
      resolve: { extensions: ['.ts', '.js'], extensionAlias: { '.js': ['.ts', '.js'] } },
      performance: false,
      module: {
        rules: [
          {
            test: /\.ts$/,
            loader: 'esbuild-loader',
            options: { target: 'es2023', tsconfig: path.join(root, 'tsconfig.json') },
          },
        ],
      },
    });
    compiler.run((error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors() === true) reject(new Error(stats.toString('errors-only')));
      else resolve(path.join(folder, 'main.js'));
    });
  });
