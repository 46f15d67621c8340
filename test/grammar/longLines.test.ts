import assert from 'node:assert/strict';
import { INITIAL } from 'vscode-textmate';
import { cmtraceFile } from './support/files';
import { loadGrammar } from './support/loadGrammar';

const grammar = loadGrammar(cmtraceFile);

/** In milliseconds; a test fails at five times this, as the machine may be busy. */
const budget = 50;
const length = 60_000;

/** What a message may be full of; each invites a careless expression to try again at every character. */
const fillings: Readonly<Record<string, string>> = {
  letters: 'a',
  capitals: 'A',
  words: 'Download started for content ',
  blanks: ' ',
  digits: '1',
  hexadecimal: 'A1',
  'short numbers': '12 ',
  'fractions of numbers': '1.',
  'almost GUIDs': '7D2F1B5A-64C3-4E0C-',
  'almost package IDs': 'CS10002',
  'package IDs': 'CS100026\\',
  'error words': 'error ',
  'almost error words': 'erro ',
  'announced codes': 'code = 12 ',
  'zero codes': 'error 0 ',
  'double quotes': '"',
  'single quotes': "'",
  'odd quotes': `"a' `,
  backslashes: '\\',
  slashes: '/',
  'opening brackets': '[',
  'closing brackets': ']',
  'almost closers': ']LOG]!',
  openers: '<![LOG[',
  braces: '{',
  'angle brackets': '<',
  tildes: '~',
  dollars: '$',
  'almost trailers': '$$<X><',
  trailers: '$$<A><05-09-2023 08:00:00.000-120><thread=1>x',
  tabs: '\t',
  'almost columns': '\tA\t1',
  'almost NAL paths': '["Display=',
  'open paths': 'C:\\Program Files ',
  'almost URLs': 'http:/',
  underscores: 'A_',
  equals: 'type = ',
  'letters beyond ASCII': 'ß',
  'attributes without an end': 'type="',
};

const shapes: Readonly<Record<string, (filling: string) => string>> = {
  'a record': (text) => `<![LOG[${text}]LOG]!><time="15:30:09.905-480" date="05-09-2023" type="3">`,
  'a record without a type': (text) => `<![LOG[${text}]LOG]!><thread="1">`,
  'a record that goes on': (text) => `<![LOG[${text}`,
  attributes: (text) => `<![LOG[x]LOG]!><time="${text}`,
  'a server line': (text) => `${text}  $$<SMS_X><05-09-2023 08:00:00.000-120><thread=1 (0x1)>`,
  'a plain line': (text) => text,
};

const longest = (text: string): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Milliseconds for the line and one like it right after; the best of some tries, as the machine may be busy. */
const colouring = async (line: string, next: string): Promise<number> => {
  const cmtrace = await grammar;
  let best = Infinity;
  for (let tries = 0; tries < 10 && best > budget; tries++) {
    const began = performance.now();
    const { ruleStack } = cmtrace.tokenizeLine2(line, INITIAL);
    cmtrace.tokenizeLine2(next, ruleStack);
    best = Math.min(best, (performance.now() - began) / 2);
  }
  return best;
};

describe('a line of 60,000 characters', () => {
  for (const [name, text] of Object.entries(fillings)) {
    it(`is coloured at once when it is full of ${name}`, async () => {
      const filling = longest(text);
      for (const [shape, line] of Object.entries(shapes)) {
        const took = await colouring(line(filling), filling);
        assert.ok(took < 5 * budget, `${shape} takes ${took.toFixed(0)} ms`);
      }
    });
  }
});
