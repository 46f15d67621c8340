import { messageScanner } from './message';
import { inspectedBy, match, region, scoped, type Rule } from './rule';
import { endsAsServerLine } from './serverTrailer';
import { errorInText, errorScope, warningInText, warningScope } from './severity';

const raw = String.raw;

/** `<![LOG[`, also as the viewer accepts it in brackets; each line may carry its own byte order mark. */
const opener = raw`\[?<!\[LOG\[`;

/** The rest of a message that closes on this line; the first closer counts, nothing escapes it. */
const untilClosed = raw`[^\]\n]*+(?:\](?!LOG\]!>)[^\]\n]*+)*+\]LOG\]!>`;

/** `type` comes behind the message whose colour it decides, so a line that closes a record is read ahead. */
const untilType = raw`${untilClosed}<[^>\n]*type\s*=\s*["']?`;
const isError = raw`(?=${untilType}(?i:3|err))`;
const isWarning = raw`(?=${untilType}(?i:2|warn))`;
const isOther = raw`(?=${untilType}(?!(?i:[23]|err|warn))\w)`;
const isUntyped = raw`(?=${untilClosed})(?!${untilType}\w)`;

const errorType = scoped(errorScope, raw`3|[Ee]rr[^"]*`);
const warningType = scoped(warningScope, raw`2|[Ww]arn[^"]*`);
const clock = scoped('constant.numeric.time', raw`\d{1,2}:\d\d:\d\d(?:\.\d*)?`);
const bias = scoped('comment.block.bias', raw` ?[+\-]{0,2}\d*`);
const date = scoped('constant.numeric.date', raw`\d{1,2}-\d{1,2}-\d{4}`);
const valueOf = (scope: string): string => scoped(scope, '[^"]*');

const nativeAttributes =
  raw`<time="${clock}${bias}" date="${date}" component="${valueOf('entity.name.type.component')}"` +
  raw` context="${valueOf('string.unquoted.context')}" type="(?:${errorType}|${warningType}|[^"]*)"` +
  raw` thread="${valueOf('variable.parameter.thread')}" file="${valueOf('string.unquoted.source-file')}">`;

/** Any other list of attributes up to its `>`, which may also stand in a value that is properly quoted. */
const otherAttributes = inspectedBy('attributes', raw`<(?>"[^"\n]*"(?=[\s>])|[^>\n])*+>`);

const close = raw`\]LOG\]!>(?:${nativeAttributes}|${otherAttributes})?+`;
const boilerplate = 'comment.block.attributes';

const message: Rule = { include: '#recordMessage' };

/** A record on one line: begins at a line's start or right behind another record. */
const oneLine = (ahead: string, contentScope?: string): Rule =>
  region({
    begin: raw`(?:^\x{FEFF}?|(?<=>))${scoped('comment.block.opener', opener)}${ahead}`,
    end: raw`${close}\n?`,
    endScope: boilerplate,
    ...(contentScope === undefined ? {} : { contentScope }),
    patterns: [message],
  });

/** The line on which a record of several lines closes: the only one that can know its type. */
const lastLine = (start: string, ahead: string, contentScope: string): Rule =>
  region({ begin: raw`${start}${ahead}`, end: raw`(?=\]LOG\]!>)`, contentScope, patterns: [message] });

const severeLastLine = (start: string): readonly Rule[] => [
  lastLine(start, isError, errorScope),
  lastLine(start, isWarning, warningScope),
];

/** Records, most frequent first: the first rule that fits a line ends the search. */
export const records: readonly Rule[] = [
  oneLine(isOther),
  oneLine(raw`(?:${isError}|${isUntyped}(?=${errorInText}))`, errorScope),
  oneLine(raw`(?:${isWarning}|${isUntyped}(?=${warningInText}))`, warningScope),
  region({
    begin: raw`(?:^\x{FEFF}?|(?<=>))${scoped('comment.block.opener', opener)}`,
    end: raw`${close}\n?|^(?=\x{FEFF}?${opener}|${endsAsServerLine})`,
    endScope: boilerplate,
    patterns: [...severeLastLine('^'), message],
  }),
];

/** The tail of a record whose head another process tore off: `...text]LOG]!><time=...>`. */
export const orphanTail: Rule = region({
  begin: raw`^(?=${untilClosed})`,
  end: raw`${close}\n?`,
  endScope: boilerplate,
  patterns: [...severeLastLine(raw`\G`), message],
});

export const recordMessage: Rule = messageScanner(raw`\]`, [raw`\](?!LOG\]!>)`]);

const attribute = (name: string, value: string): Rule => match(raw`\b(?i:${name})\s*=\s*["']?(?:${value})`);
const anyValue = raw`[^"'\s>]+(?:[^"'>]*(?=["']))?`;

/** Attributes that are missing, moved, misquoted or added. */
export const attributes: readonly Rule[] = [
  attribute('time', raw`${clock}${bias}`),
  attribute('date', date),
  attribute('component', scoped('entity.name.type.component', anyValue)),
  attribute('context', scoped('string.unquoted.context', anyValue)),
  attribute('type', raw`${errorType}|${warningType}|\w*`),
  attribute('thread', scoped('variable.parameter.thread', anyValue)),
  attribute('file|source', scoped('string.unquoted.source-file', anyValue)),
];
