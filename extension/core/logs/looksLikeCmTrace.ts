/** How much of a file is looked at, in UTF-16 units. */
export const sampleLength = 2048;

/** `<![LOG[message]LOG]!>`, also in brackets; the closer may stand on a later line. */
const opener = /^\[?<!\[LOG\[/;

/** The end of a record whose head was rolled over into another file. */
const closer = /\]LOG\]!><\w+\s*=/;

/** `$$<COMPONENT><stamp><thread=...>` at the end of a line. */
const trailer = /\$\$<[^<>]*><[^<>]*\d[^<>]*><thread=[^<>]*>\s*$/;

/** `<Fri Dec  9 11:25:00 2022> ` before each line of a role's set-up log. */
const setupStamp = /^<[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}>\s/;

const marks = [opener, closer, trailer, setupStamp];

/**
 * Whether a file is a log that ConfigMgr or one of its many imitators wrote, by its first lines. Other text may stand
 * between records, so one of these marks is enough: none occurs in other kinds of logs. A line cut off by the end of
 * the sample counts as far as it goes.
 */
export const looksLikeCmTrace = (start: string): boolean =>
  start
    .slice(0, sampleLength)
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^\uFEFF/, ''))
    .some((line) => marks.some((mark) => mark.test(line)));
