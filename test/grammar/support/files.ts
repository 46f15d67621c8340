import path from 'node:path';

const root = path.join(__dirname, '../../..');

export const cmtraceFile = path.join(root, 'syntaxes/cmtrace.tmLanguage.json');

/** The grammar that VS Code 1.100 has for `.log` files. */
export const builtInFile = path.join(root, 'test/support/builtInLog/log.tmLanguage.json');

export const fixture = (name: string): string => path.join(root, 'test/grammar/fixtures', name);
