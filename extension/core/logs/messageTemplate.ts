/**
 * A number for what stays the same where a program says the same thing again: the words of a message without those
 * that hold a digit (numbers, codes, IDs, servers with a number), without case and punctuation. 0 for an empty message.
 */
export const templateHash = (text: string, from: number, to: number): number => {
  let hash = 0;
  for (let at = from; at < to;) {
    let word = 0;
    let hasDigit = false;
    const start = at;
    for (; at < to; at++) {
      const unit = text.charCodeAt(at);
      if (!isWord(unit)) break;
      hasDigit ||= unit >= 48 && unit <= 57;
      word = Math.imul(word ^ (unit | 32), 0x9e3779b1);
    }
    if (at === start) at++;
    else hash = Math.imul(hash ^ (hasDigit ? 1 : word), 0x85ebca6b) ^ (hash >>> 15);
  }
  return hash >>> 0;
};

const isWord = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 122) || unit === 95 || unit >= 128;
