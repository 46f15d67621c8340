import { MarkupKind, type Hover } from 'vscode-languageserver';
import type { Mention } from '../core/logs/mentions/mention';
import { mentionsIn } from '../core/logs/mentions/mentionsIn';
import type { HoverLine } from './hoverLine';
import type { Logs } from './logs';
import { threadText } from './threadText';

/** What a hover has to know of the connected sites, and of the settings. */
export type HoverSite = Pick<Logs, 'settings' | 'siteCodes' | 'titlesOf'>;

/** Tells the name of a package that a connected site has, and a thread in both notations. */
export const hoverMention = async (
  { text, column, range }: HoverLine,
  site: HoverSite,
): Promise<Hover | null> => {
  const mention = mentionsIn(text, site.siteCodes).find(({ start, end }) => start <= column && column <= end);
  const value = mention && (await wordsOf(mention, site));
  return mention === undefined || value === undefined
    ? null
    : { contents: { kind: MarkupKind.PlainText, value }, range: range(mention.start, mention.end) };
};

const wordsOf = async ({ kind, key }: Mention, site: HoverSite): Promise<string | undefined> => {
  if (kind === 'thread' && /^\d+$/.test(key)) return `Thread ${threadText(Number(key))}`;
  if (kind !== 'package') return undefined;
  const title = (await site.titlesOf([key]))(key);
  return title === key ? undefined : title;
};
