/** What a first attempt at a reader looks like, by the form of the log. */
export const naiveExpressions = {
  ccm: /<!\[LOG\[([\s\S]*?)\]LOG\]!><time="([^"]*)" date="([^"]*)" component="([^"]*)" context="([^"]*)" type="([^"]*)" thread="([^"]*)" file="([^"]*)">/g,
  server: /^(.*?)\s*\$\$<([^>]*)><([^>]*)><thread=([^>]*)>/gm,
} as const;

/** Bytes that are read and decoded at a time. */
export const naiveChunk = 64 * 2 ** 20;
