import { markdownText } from '../connection/markdownText';

/** A table whose cells are only ever text. */
export const markdownTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows.map((row) => row.map(markdownText))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
