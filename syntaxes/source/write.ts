import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammarJson } from './grammar';

writeFileSync(join(__dirname, '..', 'cmtrace.tmLanguage.json'), grammarJson);
