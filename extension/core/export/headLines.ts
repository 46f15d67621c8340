import { scopeWords, sourceWords } from '../reconcile/sourceWords';
import type { Tally } from '../reconcile/tally';
import type { ExportHead } from './exportWriter';
import { isoTime, utcText } from './isoTime';

/** What an export is of, as a name and a text each. */
export const headLines = (head: ExportHead): readonly (readonly [name: string, text: string])[] => [
  ['Site', `${head.siteCode} ${head.siteName}`.trim()],
  ['Read', utcText(isoTime(head.readAt) ?? '')],
  ['Filter', head.filter.trim() === '' ? 'none: every row' : head.filter],
  ['Pairs', tallyText(head.tally)],
  [
    'Not read',
    head.notRead.length === 0
      ? 'nothing: all that was asked for could be read'
      : `${head.notRead.map(sourceWords).join('; ')}. What rests on it is unknown, not absent.`,
  ],
  ...[scopeWords(head.scoped)].flatMap((words) =>
    words === undefined ? [] : [['Shown by role', words] as const],
  ),
  ...(head.redacted
    ? [
        [
          'Names',
          'Names of servers and domains were replaced; the same name stands for the same server.',
        ] as const,
      ]
    : []),
];

const tallyText = ({ expected, validated, problems, running, stale, unknown, nothing }: Tally): string =>
  `${expected} expected: ${problems} problems, ${running} running, ${stale} stale, ${unknown} not proved, ${validated} validated, ${nothing} without content to validate`;
