// @ts-check
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const layerMessage = 'docs/architecture.md, Folders: this folder may not import that one.';

/**
 * One import rule a layer: `files` may not import any folder of `denied`, nor the packages of `packages`.
 * @param {string} files
 * @param {readonly string[]} denied
 * @param {readonly string[]} packages
 * @returns {import('eslint').Linter.Config}
 */
const layer = (files, denied, packages = ['vscode']) => ({
  files: [files],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          ...denied.map((folder) => ({ regex: `(^|/)${folder}(/|$)`, message: layerMessage })),
          ...packages.map((name) => ({ regex: `^${name}(/|$)`, message: layerMessage })),
        ],
      },
    ],
  },
});

/**
 * Values never become SQL, WQL or PowerShell: what these calls and properties take is fixed text, and values go
 * beside it, as parameters or data.
 */
const fixedTexts = ['TemplateLiteral[expressions.length>0]', "BinaryExpression[operator='+']"].flatMap(
  (text) =>
    [
      `CallExpression[callee.property.name=/^(query|batch|execute|execSql|execSqlBatch|invoke|invokeCommand|prepare)$/] > ${text}`,
      `NewExpression[callee.name=/^(Request|PowerShellCommand)$/] > ${text}`,
      `Property[key.name=/^(sql|text|script|command)$/] > ${text}`,
    ].map((selector) => ({
      selector,
      message: 'Queries and scripts are fixed texts: give the value as a parameter (SECURITY.md).',
    })),
);

/** Anything that is not a relative path: node's modules and npm packages. */
const anyPackage = '[^.]+.*';

export default defineConfig(
  {
    ignores: [
      'dist/',
      'out/',
      'coverage/',
      'node_modules/',
      '.vscode-test/',
      'test/grammar/fixtures/',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300 }],
    },
  },
  layer(
    'extension/core/**',
    ['ports', 'protocol', 'queries', 'adapters', 'app', 'live', 'workers', 'server', 'cli', 'host'],
    [anyPackage],
  ),
  layer(
    'extension/ports/**',
    ['protocol', 'queries', 'adapters', 'app', 'live', 'workers', 'server', 'cli', 'host'],
    [anyPackage],
  ),
  layer(
    'extension/protocol/**',
    ['queries', 'adapters', 'app', 'live', 'workers', 'server', 'cli', 'host'],
    [anyPackage],
  ),
  layer(
    'extension/queries/**',
    ['adapters', 'app', 'live', 'workers', 'server', 'cli', 'host'],
    [anyPackage],
  ),
  layer('extension/app/**', ['adapters', 'live', 'workers', 'server', 'cli', 'host']),
  layer('extension/adapters/**', ['app', 'live', 'workers', 'server', 'cli', 'host']),
  layer('extension/workers/**', ['app', 'live', 'server', 'cli', 'host']),
  layer('extension/live/**', ['workers', 'server', 'cli', 'host']),
  layer('extension/server/**', ['app', 'workers', 'cli', 'host']),
  layer('extension/cli/**', ['host', 'server']),
  layer(
    'webviews/**',
    ['ports', 'queries', 'adapters', 'app', 'live', 'workers', 'server', 'cli', 'host'],
    ['vscode', 'node:'],
  ),
  {
    files: [
      'extension/{queries,app,cli}/**',
      'extension/adapters/{sql,powershell}/**',
      'extension/{host/site,live}/**',
    ],
    rules: { 'no-restricted-syntax': ['error', ...fixedTexts] },
  },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [] }],
    },
  },
  { files: ['**/*.js', '**/*.mjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
