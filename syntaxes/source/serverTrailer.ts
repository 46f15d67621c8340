import { scoped, unscoped } from './rule';

const raw = String.raw;

const clock = scoped('constant.numeric.time', raw`\d\d:\d\d:\d\d(?:\.\d+)?`);
const bias = raw`[+\-]{1,2}\d+`;

/** `06-14-2018 06:26:25.828-60`; SMS 2.0 `Fri Oct 15 17:09:46.507 1999 Pacific Daylight Time`; SMS 1.x `... 1997~`. */
const stamp =
  raw`(?:${scoped('constant.numeric.date', raw`\d\d-\d\d-\d{4}`)} ${clock}(?:${bias})?` +
  raw`|${scoped('constant.numeric.date', raw`[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d`)} ${clock} ${scoped('constant.numeric.date', raw`\d{4}`)}[^<>\n]*)`;

/** The last `$$<COMPONENT><stamp><thread=2212 (0x8A4)>` of a line: messages may hold `$$` themselves. */
export const serverTrailer =
  raw`\$\$<${scoped('entity.name.type.component', raw`[^<>\n]*`)}><${stamp}>` +
  raw`<thread=${scoped('variable.parameter.thread', raw`[^<>\n]*`)}>[ \t]*`;

export const endsAsServerLine = raw`[^$\n]*+(?:\$(?!${unscoped(serverTrailer).slice(2)}\n)[^$\n]*+)*+\$`;
