import { errorLevel, warningLevel } from './levelledLine';
import { messageScanner } from './message';
import { inspectedBy, match, region, scoped, type Rule } from './rule';
import { endsAsServerLine } from './serverTrailer';
import { errorInText, errorScope, warningInText, warningScope } from './severity';

const raw = String.raw;

/** `<![LOG[`, also as the viewer accepts it in brackets. */
export const opener = raw`\[?<!\[LOG\[`;

/** The rest of a message that closes on this line; the first closer counts, nothing escapes it. */
const untilClosed = raw`[^\]\n]*+(?:\](?!LOG\]!>)[^\]\n]*+)*+\]LOG\]!>`;

/** `type` comes behind the message whose colour it decides, so a line that closes a record is read ahead. */
const untilType = raw`${untilClosed}<[^>\n]*type\s*=\s*["']?`;

/** A number is the whole of a type; a word begins it. */
const typeIs = (number: number): string => raw`${number}(?=["'\s>])`;
const errorType = scoped(errorScope, raw`${typeIs(3)}|${errorLevel}[^"\s>]*`);
const warningType = scoped(warningScope, raw`${typeIs(2)}|${warningLevel}[^"\s>]*`);
const clock = scoped('constant.numeric.time', raw`\d{1,2}:\d\d:\d\d(?:\.\d*)?`);
const bias = raw` ?[+\-]{0,2}\d*`;
const date = scoped('constant.numeric.date', raw`\d{1,2}-\d{1,2}-\d{4}`);
const valueOf = (scope: string): string => scoped(scope, '[^"]*');

const nativeUntilType = raw`<time="[^"\n]*" date="[^"\n]*" component="[^"\n]*" context="[^"\n]*" type="`;
const nativeAttributes =
  raw`<time="${clock}${bias}" date="${date}" component="${valueOf('entity.name.type.component')}"` +
  raw` context="${valueOf('string.unquoted.context')}" type="(?:${errorType}|${warningType}|[^"]*)"` +
  raw` thread="${valueOf('variable.parameter.thread')}" file="${valueOf('string.unquoted.source-file')}">`;

/** Any other list of attributes up to its `>`, which may also stand in a value that is properly quoted. */
const otherAttributes = inspectedBy('attributes', raw`<(?>"[^"\n]*"(?=[\s>])|[^>\n])*+>`);

const close = raw`\]LOG\]!>(?:${nativeAttributes}|${otherAttributes})?+`;
const boilerplate = 'comment.block.attributes';

const message: Rule = { include: '#recordMessage' };

/** At a line's start or right behind another record; each line may carry its own byte order mark. */
const opening = raw`(?:^\x{FEFF}?|(?<=>))${scoped('comment.block.opener', opener)}`;

/** What is ahead decides the colour of a message, as far as this line goes: only its last line can know the type. */
const severe = (ahead: string, contentScope: string): Rule =>
  region({
    begin: raw`\G(?=${ahead})`,
    end: raw`(?=\]LOG\]!>)`,
    contentScope,
    patterns: [message],
  });

/** The line on which a message ends; one rule about the others, as each is tried all along a line that has no end. */
const lastLine: Rule = region({
  begin: raw`(?:\G|^)(?=${untilClosed})`,
  end: raw`(?=\]LOG\]!>)`,
  patterns: [
    severe(raw`${untilType}(?:${typeIs(3)}|${errorLevel})`, errorScope),
    severe(raw`${untilType}(?:${typeIs(2)}|${warningLevel})`, warningScope),
    severe(raw`(?!${untilType}\w)${errorInText}`, errorScope),
    severe(raw`(?!${untilType}\w)${warningInText}`, warningScope),
    message,
  ],
});

/** Nearly all records: on one line, with a type that is neither warning nor error. Asked first, so it knows the native order only. */
export const quietRecord: Rule = region({
  begin: raw`${opening}(?=${untilClosed}${nativeUntilType}(?![23EeWwFfCc])\w)`,
  end: raw`${close}\n?`,
  endScope: boilerplate,
  patterns: [message],
});

/** The others, and the tail of a record whose head another process tore off: `...text]LOG]!><time=...>`. */
export const otherRecord: Rule = region({
  begin: raw`${opening}|^(?=.*\]LOG\]!>)`,
  end: raw`${close}\n?|^(?=\x{FEFF}?${opener}|${endsAsServerLine})`,
  endScope: boilerplate,
  patterns: [lastLine, message],
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
