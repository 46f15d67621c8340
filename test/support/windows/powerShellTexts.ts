/** Every character that PowerShell takes for a single quotation mark. */
const quotes = new Set(["'", '\u2018', '\u2019', '\u201a', '\u201b']);

export interface ReadScript {
  /** The single-quoted texts, in order. */
  readonly texts: readonly string[];
  /** What is left when texts and comments are taken out: the commands. */
  readonly code: string;
}

/** Reads a script as PowerShell's tokenizer does, as far as single-quoted texts, double-quoted ones and comments go. */
export const readScript = (script: string): ReadScript => {
  const texts: string[] = [];
  let code = '';
  for (let at = 0; at < script.length;) {
    const character = script[at] ?? '';
    if (quotes.has(character)) {
      let text = '';
      for (at++; ; at++) {
        if (at >= script.length) throw new Error('A quoted text does not end.');
        if (!quotes.has(script[at] ?? '')) text += script[at] ?? '';
        else if (quotes.has(script[at + 1] ?? '')) text += script[++at] ?? '';
        else break;
      }
      at++;
      texts.push(text);
      code += "''";
    } else if (character === '"') {
      const end = /^"(?:[^"`]|`[^])*"/.exec(script.slice(at))?.[0];
      if (end === undefined) throw new Error('An expandable text does not end.');
      code += end;
      at += end.length;
    } else if (character === '#' && /(?:^|[\s(){};,])$/.test(code)) {
      while (at < script.length && script[at] !== '\n') at++;
    } else {
      code += character;
      at++;
    }
  }
  return { texts, code };
};
