/** Text with wildcards: what stands between the `*`. One part is plain text; inner parts are never empty. */
export type Pattern = readonly string[];

/**
 * How every text is compared: canonical composition, no case, independent of the machine's locale.
 * Greek has two small sigmas, and which one lower-casing gives depends on what follows.
 */
export const foldText = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');

/** Tests texts that were folded before. */
export type TextTest = (folded: string) => boolean;

/** Somewhere in the text; `a*b` is a, and later b. */
export const containsPattern = (pattern: Pattern): TextTest => {
  const parts = pattern.map(foldText);
  return (text) => {
    let from = 0;
    for (const part of parts) {
      const at = text.indexOf(part, from);
      if (at < 0) return false;
      from = at + part.length;
    }
    return true;
  };
};

/** The whole text. Linear in text and pattern: the leftmost fit of each part is always good enough. */
export const isPattern = (pattern: Pattern): TextTest => {
  const parts = pattern.map(foldText);
  const first = parts[0] ?? '';
  if (parts.length < 2) return (text) => text === first;
  const last = parts.at(-1) ?? '';
  const inner = containsPattern(parts.slice(1, -1));
  return (text) =>
    text.length >= first.length + last.length &&
    text.startsWith(first) &&
    text.endsWith(last) &&
    inner(text.slice(first.length, text.length - last.length));
};
