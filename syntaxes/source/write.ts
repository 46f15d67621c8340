import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cmtraceGrammar } from './grammar';

writeFileSync(
  join(import.meta.dirname, '..', 'cmtrace.tmLanguage.json'),
  `${JSON.stringify(cmtraceGrammar, undefined, 2)}\n`,
);
