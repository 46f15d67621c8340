/** What the words before a number say of it; flags that add up. */
export const codeContext = {
  none: 0,
  /** Hexadecimal digits may be a code: `failed 80070005`. */
  failed: 1,
  /** The number is a code of Windows: `error 5`, `Code=12029`. */
  error: 2,
  /** What a program returned, which only the program knows; Windows Installer and others return codes of Windows. */
  exit: 4,
  /** As `exit`, in a sentence: `returned 1603`. */
  returned: 8,
  http: 16,
  status: 32,
  /** Something failed earlier in the line: `Failed to connect to \\SRV\ADMIN$ (0x35).` */
  trouble: 64,
} as const;

const { failed, error, exit, returned, http, status } = codeContext;

const words: ReadonlyMap<string, number> = new Map([
  ['error', error],
  ['err', error],
  ['errno', error],
  ['code', error],
  ['hr', error],
  ['hresult', error],
  ['rc', error],
  ['win32', error],
  ['failed', failed],
  ['failure', failed],
  ['exit', exit],
  ['return', exit],
  ['returned', returned],
  ['returning', returned],
  ['returns', returned],
  ['http', http],
  ['httpstatus', http],
  ['status', status],
  ['statuscode', status | error],
]);

/** How names of variables end: `dwError`, `NewErrorCode`, `ExitCode`. */
const endings: readonly (readonly [ending: string, context: number])[] = [
  ['exitcode', exit],
  ['returncode', exit],
  ['resultcode', exit],
  ['errorcode', error],
  ['error', error],
  ['hresult', error],
  ['win32', error],
];

/** Words that may stand between: `the exit code is 1603`. */
const fillers = new Set(['is', 'was', 'with', 'value', 'number', 'the', 'a', 'an', 'hex', 'of']);

const longestWord = 32;

/** The context behind a word, by the context before it. */
export const contextAfter = (context: number, text: string, from: number, to: number): number => {
  if (to - from > longestWord) return 0;
  const word = text.slice(from, to).toLowerCase();
  const said = words.get(word) ?? endings.find(([ending]) => word.endsWith(ending))?.[1];
  return said === undefined ? (fillers.has(word) ? context : 0) : context | said;
};

/** What may stand between a word and its number. */
const between = ' \t:=("\'[>-';

export const keepsContext = (unit: number): boolean => between.includes(String.fromCharCode(unit));
