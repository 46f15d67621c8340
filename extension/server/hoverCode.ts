import { MarkupKind } from 'vscode-languageserver';
import { markdownText } from '../core/connection/markdownText';
import { codesIn } from '../core/logs/errors/codesIn';
import { decode, type DecodedError } from '../core/logs/errors/decode';
import type { LineHover } from './hoverLine';

/** Explains an error code in any notation. Loaded with the first hover: its tables are large. */
export const hoverCode: LineHover = ({ text, column, range }) => {
  const mention = codesIn(text).find(({ start, end }) => start <= column && column <= end);
  const error = mention && decode(mention.code);
  return mention === undefined || error === undefined
    ? null
    : {
        contents: { kind: MarkupKind.Markdown, value: errorMarkdown(error) },
        range: range(mention.start, mention.end),
      };
};

const errorMarkdown = ({ code, name, meaning, wraps, family, cause, next, source }: DecodedError): string =>
  [
    `**${code}**${name === undefined ? '' : ` ${markdownText(name)}`}`,
    markdownText(meaning),
    `_${markdownText(wraps === undefined ? family : `${family}: ${wraps}`)}_`,
    ...(cause === undefined ? [] : [`**Likely cause:** ${markdownText(cause)}`]),
    ...(next === undefined ? [] : [`**Next step:** ${markdownText(next)}`]),
    ...(source === undefined ? [] : [`[Where it is documented](${source})`]),
  ].join('\n\n');
