// How Windows takes a command line apart, by the published rules, and without anything of ours.

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

interface Taken {
  readonly text: string;
  readonly next: number;
}

/** Which quotation marks inside of quotes stand for themselves. */
type DoubledQuotes =
  /** Of CommandLineToArgvW: the second one is text, and the quoted part ends with it. */
  | 'endsAfterQuote'
  /** Of the C runtime since Visual C++ 2008: the second one is text, and the quoted part goes on. */
  | 'staysQuoted';

const argumentAt = (line: string, start: number, doubled: DoubledQuotes): Taken => {
  let text = '';
  let isQuoted = false;
  let at = start;
  while (at < line.length && (isQuoted || !isBlank(line[at]))) {
    let slashes = 0;
    while (line[at + slashes] === '\\') slashes++;
    at += slashes;
    if (line[at] !== '"') {
      text += '\\'.repeat(slashes);
      if (at < line.length && (isQuoted || !isBlank(line[at])) && slashes === 0) text += line[at++] ?? '';
      continue;
    }
    text += '\\'.repeat(Math.floor(slashes / 2));
    at++;
    if (slashes % 2 === 1) text += '"';
    else if (isQuoted && line[at] === '"') {
      text += '"';
      at++;
      isQuoted = doubled === 'staysQuoted';
    } else isQuoted = !isQuoted;
  }
  return { text, next: at };
};

/** The program: what is between quotes, or up to the first blank; no escapes. */
const programAt = (line: string): Taken => {
  const isQuoted = line.startsWith('"');
  const end = isQuoted ? line.indexOf('"', 1) : line.search(/[ \t]/);
  const stop = end < 0 ? line.length : end;
  return { text: line.slice(isQuoted ? 1 : 0, stop), next: isQuoted ? stop + 1 : stop };
};

const argumentsAfter = (line: string, start: number, doubled: DoubledQuotes): readonly string[] => {
  const found: string[] = [];
  for (let at = start; ;) {
    while (isBlank(line[at])) at++;
    if (at >= line.length) return found;
    const { text, next } = argumentAt(line, at, doubled);
    found.push(text);
    at = next;
  }
};

/** The arguments of a line without a program, by both rules: they have to be the same. */
export const takenApart = (line: string): readonly (readonly string[])[] => [
  argumentsAfter(line, 0, 'endsAfterQuote'),
  argumentsAfter(line, 0, 'staysQuoted'),
];

/** The program and its arguments, by both rules. */
export const takenWithProgram = (line: string): readonly (readonly string[])[] => {
  const { text, next } = programAt(line);
  return (['endsAfterQuote', 'staysQuoted'] as const).map((doubled) => [
    text,
    ...argumentsAfter(line, next, doubled),
  ]);
};
