import { scoped } from './rule';

/**
 * What ConfigMgr logs name: each constant is one expression that starts at a word, digit or quote and never runs over
 * `]`, a line end or `$$<`, so that no token can swallow the end of its record.
 */
const raw = String.raw;

const guidDigits = raw`[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}`;

/** Three characters of site code and five hexadecimal digits; at least one letter and one digit, and not a GUID's start. */
export const packageIdShape = raw`[A-Z0-9]{3}[0-9A-F]{5}(?![A-Za-z0-9_]|-[0-9A-Fa-f]{4}-)(?<![0-9]{8}|[A-Z]{8})`;

/** With or without braces; `Content_<GUID>.<version>` is an application's content ID. */
export const guid = scoped(
  'constant.language.guid',
  raw`\{${guidDigits}\}|(?:Content_)?${guidDigits}(?:\.\d+)?`,
);

/**
 * Eight capitals and digits are common, so a package ID needs a suffix (version or library file), a folder's place in a
 * path or URL, or its name before it.
 */
export const packageId = scoped(
  'entity.name.function.package-id',
  raw`${packageIdShape}(?:\.\d+\b|\.(?:PCK|DLT|TMP|temp|ini|tar)\b(?:\.\d+)*+|(?<=(?:[Pp]ackages? ?(?:ID)?|[Pp]kg(?:ID)?|(?:AVAL|ISTR)\d{1,2})[ :='"(\[]{1,3}[A-Z0-9]{8}|[\\/][A-Z0-9]{8}))`,
);

const pathStart = raw`(?:https?://|\\\\(?=\w)|[A-Za-z]:[\\/]|(?<=[\\/][A-Z0-9]{3}[0-9A-F]{5})[\\/])`;

/** Stops before a folder that is a package ID, which is a token of its own; the path goes on behind it. */
const folders = raw`(?:[^\\/\s'"<>|,;)\]$]++|\$(?!\$<)|[\\/](?!${packageIdShape}))*+`;

/** `["Display=\\SRV\"]MSWNET:["SMS_SITE=PS1"]`, which leads a NAL path. */
const nal = raw`(?:\["Display=[^"\]\n]*"\])?MSWNET:(?:\["SMS_SITE=\w{3}"\])?`;

/** Up to the quote that closes the one just read. A letter before `'` is an apostrophe. */
const openQuote = raw`(?<![\w}])['"]`;
const untilClosed = raw`(?:(?<=")[^"\]\n]*"|(?<=')[^'\]\n]*')`;
const quotablePath = raw`https?://|\\\\\w|[A-Za-z]:[\\/]`;

/** NAL, UNC and local paths, URLs. Ends at a blank, unless the words after it lead to another backslash: `C:\Program Files\...`. */
export const path = scoped(
  'string.unquoted.path',
  raw`${openQuote}(?=${quotablePath})${untilClosed}` +
    raw`|(?:['"]?${pathStart}|${nal}\\\\)${folders}(?:(?: [\w().&]+){1,3}\\${folders})*+[\\/]?['"]?`,
);

/** Quoted text, unless an identifier opens it: then that one stands out instead. */
export const quoted = scoped(
  'string.quoted',
  raw`${openQuote}(?!${packageIdShape}|\{?${guidDigits}|Content_|\["Display=|${quotablePath})${untilClosed}`,
);

/** Fields of a status message as a server component logs it: `STATMSG: ID=2302 SEV=E ... ISTR0="..." AVAL0="..."`. */
const statusMessageField = raw`STATMSG:|(?:ISTR|AVAL|AID)\d+=(?:"(?=\["Display=))?|(?:ID|SEV|LEV|SOURCE|COMP|SYS|SITE|PID|TID|GMTDATE|NUMATTRS)=`;

/** A line break in server messages, but only at either end or doubled: `C:\PROGRA~1` keeps its own. */
const lineBreakMark = raw`\G~++|~~++|~(?=\s*(?:\$\$<|\]LOG\]|$))`;

export const boilerplate = scoped('comment.block.boilerplate', raw`${statusMessageField}|${lineBreakMark}`);

export const unit = raw`(?: ?(?:[KMGT]?B(?:ytes)?(?:/s)?|bytes(?:/sec)?|(?:milli)?seconds?|secs?|minutes?|mins?|hours?|days?|ticks|ms)\b|[kKMG]\b|%)`;

/** Hexadecimal, date, time, version, address, or with a unit: bare integers are too many to stand out. */
export const number = scoped(
  'constant.numeric.value',
  raw`(?:0x[0-9A-Fa-f]++|[0-9]++(?:(?:[.,:/\-][0-9]++)++${unit}?|${unit}))(?![A-Za-z_\-])`,
);
