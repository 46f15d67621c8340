/**
 * A word in either case, letter by letter. Cheaper than `(?i:...)`, which in UTF-8 also looks for ligatures and makes
 * the length of a word such as `status` unknown, so that a look behind it would have to try every length.
 */
export const anyCase = (word: string): string =>
  word.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
