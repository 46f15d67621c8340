import { guids, jobNumbers } from './jobs';
import type { Mention } from './mention';
import { packageIds } from './packageIds';
import { servers } from './servers';
import { threads } from './threads';

const noSites: ReadonlySet<string> = new Set();

/** What a text names, in the order of the text. Every pattern in it takes time in proportion to the text. */
export const mentionsIn = (text: string, siteCodes = noSites): readonly Mention[] =>
  [
    ...packageIds(text, siteCodes),
    ...servers(text),
    ...guids(text),
    ...jobNumbers(text),
    ...threads(text),
  ].sort((a, b) => a.start - b.start);
