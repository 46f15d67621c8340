import { FilterError } from '../../filter/filterError';

/** Private-use characters: no log has them, and no filter can ask for one. */
const firstMark = 0xe000;
const mostExpressions = 100;

/** Where an expression may begin: at the start of a term, or of a field's value. */
const begins = /[\s(:=,-]/;
/** Where it may end; inside paths such as `/Logs/a` a slash does not. */
const ends = /[\s),]/;

/** A repetition of what repeats itself takes time that grows with the power of the text's length. */
const nested = /\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)*\)\s*[+*{]/;

/** A filter's text with its regular expressions taken out. */
export interface TakenExpressions {
  /** As long as it was, so that places of errors are right; a quoted mark stands for each expression. */
  readonly text: string;
  /** Of a value that was parsed from the text; undefined for one that is no mark. */
  expressionOf(value: string): RegExp | undefined;
}

/**
 * Takes `/regular expressions/` out of a filter, which the language of filters itself does not have: it is also that of
 * tables whose rows SQL selects. Case makes no difference, as everywhere in a filter.
 * @throws FilterError for one that is not valid, or would take too long
 */
export const takeExpressions = (text: string): TakenExpressions => {
  const found: RegExp[] = [];
  let taken = '';
  for (let at = 0; at < text.length;) {
    const end = text.charAt(at) === '"' ? quoteEnd(text, at) : expressionEnd(text, at);
    if (end === undefined) taken += text.charAt(at++);
    else if (text.charAt(at) === '"' || found.length === mostExpressions) {
      taken += text.slice(at, end);
      at = end;
    } else {
      taken += `"${String.fromCharCode(firstMark + found.length).repeat(end - at - 2)}"`;
      found.push(compiled(text, at, end));
      at = end;
    }
  }
  return { text: taken, expressionOf: (value) => found[value.charCodeAt(0) - firstMark] };
};

const quoteEnd = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === '"') return at + 1;
  }
  return text.length;
};

/** Behind the closing slash; undefined when none begins here. */
const expressionEnd = (text: string, start: number): number | undefined => {
  if (text.charAt(start) !== '/' || (start > 0 && !begins.test(text.charAt(start - 1)))) return undefined;
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (
      text.charAt(at) === '/' &&
      at > start + 1 &&
      (at + 1 === text.length || ends.test(text.charAt(at + 1)))
    )
      return at + 1;
  }
  return undefined;
};

const compiled = (text: string, start: number, end: number): RegExp => {
  const source = text.slice(start + 1, end - 1);
  if (nested.test(source))
    throw new FilterError(
      'The expression repeats what already repeats itself, which can take for ever.',
      start,
      end,
      'Write (abc)+ instead of (abc+)+.',
    );
  try {
    return new RegExp(source, 'iu');
  } catch {
    return looser(source, start, end);
  }
};

/** Without the `u` flag also what is not quite right is taken, such as `\_`. */
const looser = (source: string, start: number, end: number): RegExp => {
  try {
    return new RegExp(source, 'i');
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*: /, '') : String(error);
    throw new FilterError(
      `The regular expression is not valid: ${why}.`,
      start,
      end,
      'Correct it, or put the text in quotation marks to search for it as it stands.',
    );
  }
};
