import { commandLineLimit, messageOption, ruleMessages, ruleVerb, type RuleMessage } from '../ruleMessage';

/** A word of a program line, and whether each of its characters stands in quotation marks. */
interface Word {
  readonly text: string;
  readonly quoted: readonly boolean[];
}

/** As programs of Windows take it apart; escapes are left as they stand. */
const wordsOf = (line: string): readonly Word[] => {
  const words: Word[] = [];
  let text = '';
  let quoted: boolean[] = [];
  let isQuoted = false;
  let isWord = false;
  const end = (): void => {
    if (isWord) words.push({ text, quoted });
    [text, quoted, isWord] = ['', [], false];
  };
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    const slashes = /\\*$/.exec(line.slice(0, at))?.[0].length ?? 0;
    if (character === '"' && slashes % 2 === 0) [isQuoted, isWord] = [!isQuoted, true];
    else if (!isQuoted && /[ \t]/.test(character)) end();
    else {
      text += character;
      quoted.push(isQuoted);
      isWord = true;
    }
  }
  end();
  return words;
};

const baseName = (word: string): string =>
  word.slice(Math.max(word.lastIndexOf('\\'), word.lastIndexOf('/')) + 1).toLowerCase();

/** Where a command of the shell begins, by the number of the word; undefined when no shell reads the line. */
const codeFrom = (words: readonly Word[]): number | undefined => {
  const program = baseName(words[0]?.text ?? '').replace(/\.exe$/, '');
  const option = (pattern: RegExp): number | undefined => {
    const found = words.findIndex(({ text }, at) => at > 0 && pattern.test(text));
    return found < 0 ? undefined : found;
  };
  if (program === 'cmd') return option(/^\/[ck]/i);
  if (program !== 'powershell' && program !== 'pwsh') return undefined;
  const file = option(/^[-/]f(?:i|il|ile)?$/i);
  const command = option(/^[-/]c(?:o|om|omm|omma|omman|ommand)?$/i);
  if (file !== undefined && (command === undefined || file < command)) return undefined;
  if (command !== undefined) return command;
  return program === 'powershell' ? 1 : undefined;
};

/** Variables that a message fills: who sent it decides what they hold. */
const messageVariable = /%msg[a-z]+\d*/gi;

/** How a program line hands on what messages hold, where that is not safe; each a sentence. */
export const quotingFaults = (line: string): readonly string[] => {
  const words = wordsOf(line);
  const code = codeFrom(words);
  const faults = words.flatMap(({ text, quoted }, number) =>
    Array.from(text.matchAll(messageVariable), ({ 0: variable, index }) => {
      if (code !== undefined && number >= code)
        return `${variable} stands in a command of the shell: what a message holds there is run.`;
      return quoted[index] === true
        ? undefined
        : `${variable} does not stand in double quotation marks: a space in it makes several arguments of it.`;
    }),
  );
  return [...new Set(faults.filter((fault) => fault !== undefined))];
};

/** Environment variables of a program line: they are not filled in. */
export const environmentVariables = (line: string): readonly string[] => [
  ...new Set(
    Array.from(line.matchAll(/%([a-z_][a-z0-9_()]*)%/gi), ([whole]) => whole).filter(
      (whole) => !/^%(?:msg|sc%|sitesvr%)/i.test(whole),
    ),
  ),
];

/** Characters beyond those that a rule takes; 0 or less for none. */
export const excessLength = (line: string): number => line.length - commandLineLimit;

/** The message that a program line is made for; undefined when it is none of which that is known. */
export const madeFor = (line: string): RuleMessage | undefined => {
  const words = wordsOf(line).map(({ text }) => text.toLowerCase());
  if (words.some((word) => baseName(word) === 'packagereconciliation.ps1')) return 2386;
  if (words.some((word) => baseName(word) === 'packagemismatches.ps1')) return 2388;
  const isOurs = words.some((word) => /^(?:main\.js|configmgr-content(?:\.cmd)?)$/.test(baseName(word)));
  if (!isOurs) return undefined;
  if (words.includes(ruleVerb)) {
    const given = words[words.indexOf(messageOption) + 1];
    return ruleMessages.find(
      (message) => String(message) === given || words.includes(`${messageOption}=${message}`),
    );
  }
  if (words.includes('mismatches') || words.includes('repair')) return 2388;
  return words.includes('missing') || words.includes('plan') ? 2386 : undefined;
};
