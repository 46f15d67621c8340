import type { Verdict } from '../reconcile/verdict';
import type { Side } from './comparison';

/** A side as plain text. @param verdictWords the word for a verdict */
export const sideWords = (side: Side, verdictWords: (verdict: Verdict) => string): string => {
  switch (side.kind) {
    case 'content': {
      const version = side.version === undefined ? '' : `, version ${side.version}`;
      const result =
        side.lastResult === undefined ? '' : `, last result ${new Date(side.lastResult).toISOString()}`;
      return `${verdictWords(side.verdict)}${version}${result}`;
    }
    case 'absent':
      return 'no';
    case 'present':
      return 'yes';
    case 'unknown':
      return 'unknown';
    case 'groups':
      return side.names.join(', ');
    case 'tally':
      return `${side.tally.validated} of ${side.tally.expected} validated`;
    case 'members':
      return `${side.has} of ${side.of}`;
    case 'state': {
      const at = side.summarized === undefined ? '' : `, ${new Date(side.summarized).toISOString()}`;
      return side.state === undefined ? `no state${at}` : `State ${side.state}${at}`;
    }
  }
};
