// @ts-check

/** Fails the build when what an entry loads at its start is over its limit; lazy chunks and data do not count. */
exports.EntryBudget = class {
  /** @param {(entry: string) => number} limitOf bytes, by the entry's name */
  constructor(limitOf) {
    this.limitOf = limitOf;
  }

  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    compiler.hooks.afterEmit.tap('EntryBudget', (compilation) => {
      for (const [name, entry] of compilation.entrypoints) {
        const scripts = entry.getFiles().filter((file) => file.endsWith('.js'));
        const size = scripts.reduce((sum, file) => sum + (compilation.getAsset(file)?.source.size() ?? 0), 0);
        if (size > this.limitOf(name))
          compilation.errors.push(
            new compiler.webpack.WebpackError(`${name} is ${size} bytes, of ${this.limitOf(name)} allowed.`),
          );
      }
    });
  }
};
