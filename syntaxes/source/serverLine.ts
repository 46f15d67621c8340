import { opener } from './record';
import { levelled, levelledError, levelledWarning } from './levelledLine';
import { messageScanner } from './message';
import { region, scoped, unscoped, type Rule } from './rule';
import { serverTrailer } from './serverTrailer';
import { errorInText, errorScope, noTroubleInText, warningScope } from './severity';

const raw = String.raw;

const component = (regex: string): string => scoped('entity.name.type.component', regex);
const date = (regex: string): string => scoped('constant.numeric.date', regex);
const clock = (regex: string): string => scoped('constant.numeric.time', regex);
const thread = scoped('variable.parameter.thread', raw`\d+ \(0x[0-9A-Fa-f]+\)`);

/** What may stand before a message: a role's set-up stamp, or columns as pasted from a viewer or from documentation. */
const pasted = [
  raw`<${date(raw`[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d`)} ${clock(raw`\d\d:\d\d:\d\d`)} ${date(raw`\d{4}`)}>`,
  raw`${date(raw`\d\d-\d\d-\d{4}`)} ${clock(raw`\d\d:\d\d:\d\d\.\d{3}`)}\s+${component(raw`[^\s<]+`)}\s+${thread}`,
  raw`(?:${component(raw`[A-Z]\w+`)}[ \t]+)?${thread}(?=\s)`,
].join('|');

/** Columns of the viewer, tab separated: text, component, local date and time, thread. */
const viewerColumns = raw`\t${component(raw`[^\t\n]+`)}\t${date(raw`[^\t\n]*\d[^\t\n]*`)}\t${thread}\s*`;

const lineEnd = raw`\n|${serverTrailer}\n|${viewerColumns}\n`;

/** A line that is no CCM record: severity by its text. Every line of a log comes here at last, so nothing is left over. */
const line = (severity: string, contentScope?: string): Rule =>
  region({
    begin: raw`^(?!\x{FEFF}?${opener})(?=${severity})\x{FEFF}?(?:${pasted})?+`,
    end: lineEnd,
    endScope: 'comment.block.trailer',
    ...(contentScope === undefined ? {} : { contentScope }),
    patterns: [{ include: '#lineMessage' }],
  });

/** Nearly all lines are quiet, so this is asked before the others. */
export const quietServerLine = line(
  raw`(?!${levelled})${noTroubleInText}|(?!${levelledError}|${levelledWarning}|#Fields:)${levelled}`,
);
export const severeServerLines: readonly Rule[] = [
  line(raw`${levelledError}|(?!${levelled})${errorInText}`, errorScope),
  line('', warningScope),
];

const guard = (start: string, rest: string): string =>
  raw`${start}(?!${unscoped(rest).slice(start.length)}\n)`;

export const lineMessage: Rule = messageScanner(raw`$\t\n`, [
  guard(raw`\$`, serverTrailer),
  guard(raw`\t`, viewerColumns),
]);
