/** A message as patterns see it: blanks and line breaks are one blank each, and `folded` has no letter case. */
export interface FoldedLine {
  readonly text: string;
  /** As long as `text`, place by place. */
  readonly folded: string;
}

/** UTF-16 units of a message that are looked at; the longest message of a real log has 58,549. */
export const longestLine = 131_072;

/** A single blank needs no replacing, which is what stands in most messages. */
const blanks = /\s{2,}|[^\S ]/g;

export const foldLine = (message: string): FoldedLine => {
  const text = message.slice(0, longestLine).replace(blanks, ' ');
  return { text, folded: foldCase(text) };
};

/** Without letter case, unit by unit: a few letters are longer in lower case and stay, and Greek has two small sigmas. */
export const foldCase = (text: string): string => {
  const lower = text.toLowerCase();
  const folded = lower.length === text.length ? lower : Array.from(text, foldLetter).join('');
  return folded.replaceAll('ς', 'σ');
};

const foldLetter = (letter: string): string => {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
};
