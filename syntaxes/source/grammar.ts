import { iisLog, iisRequest } from './iisLog';
import { attributes, otherRecord, quietRecord, recordMessage } from './record';
import { lineMessage, quietServerLine, severeServerLines } from './serverLine';

/** The TextMate grammar of CMTrace-style logs, as VS Code reads it. `npx tsx syntaxes/source/write.ts` writes the file. */
export const cmtraceGrammar = {
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  information_for_contributors: ['Written by syntaxes/source/write.ts: change the source, then run that.'],
  name: 'ConfigMgr log',
  scopeName: 'text.log.cmtrace',
  patterns: [quietRecord, quietServerLine, iisLog, otherRecord, ...severeServerLines],
  repository: {
    recordMessage,
    lineMessage,
    iisRequest,
    attributes: { patterns: attributes },
  },
};

/** What `cmtrace.tmLanguage.json` holds. */
export const grammarJson = `${JSON.stringify(cmtraceGrammar, undefined, 2)}\n`;
