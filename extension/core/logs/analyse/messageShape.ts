const longest = 120;

/** What messages of one kind have in common: their text with `#` for each word that has a digit. */
export const messageShape = (message: string): string => {
  const end = Math.min(message.length, longest);
  let shape = '';
  for (let at = 0; at < end;) {
    let [to, hasDigit] = [at, false];
    for (; to < end && isWord(message.charCodeAt(to)); to++) hasDigit ||= isDigit(message.charCodeAt(to));
    if (to === at) shape += message.charAt(at++);
    else {
      shape += hasDigit ? '#' : message.slice(at, to);
      at = to;
    }
  }
  return shape;
};

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

const isWord = (unit: number): boolean =>
  isDigit(unit) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 45 || unit > 127;
