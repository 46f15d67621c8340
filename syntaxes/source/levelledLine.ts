const raw = String.raw;

/** A date in any order and a time. */
const stamp = raw`\d{1,4}[\-/.]\d{1,2}[\-/.]\d{1,4}:?[ \tT][ \t]*\d{1,2}[:.]\d\d[:.]\d\d(?:[.:,]\d+)?(?: [AaPp][Mm])?`;

/** `2024-02-20 10:11:12, ` of CBS, DISM and Windows set-up; `[date time] [a] [b] [` of the app-deploy toolkit. */
const beforeLevel = raw`(?:${stamp},[ \t]*(?=[^ \t\n])|\[${stamp}\] \[[^\]\n]*\] \[[^\]\n]*\] \[(?=[^\]\n]*\] *::))`;

/** Words that a level or the type of a record begins with; a number is the whole of it. */
export const errorLevel = raw`(?i:err|fatal|crit)`;
export const warningLevel = raw`(?i:warn)`;
const numberIs = (digit: number): string => raw`${digit}(?=[\] \t\n])`;

/** The header of a Windows Installer log has a level, too: none. */
const header = raw`=== Verbose logging [^:\n]*: *${stamp}`;
/** What stands before a message is all that says how severe it is: its level, or that of IIS, which is none. */
const directive = raw`#(?:Software|Version|Date|Fields|Remark|Start-Date):`;

/** `Return value 3` is how an action of Windows Installer that failed ends. */
const failedAction = raw`MSI \([^\n]*Return value 3.?[ \t]*$`;

/** Most lines begin with none of these characters, so they are asked nothing else. */
const onlyFrom = (characters: string, ...lines: readonly string[]): string =>
  raw`(?=[${characters}])(?:${lines.join('|')})`;

/** A line whose severity is told by something else than its text, and such that are errors and warnings. */
export const levelled = onlyFrom(raw`\d\[=#M`, beforeLevel, header, directive, failedAction);
export const levelledError = onlyFrom(
  raw`\d\[M`,
  raw`${beforeLevel}(?:${errorLevel}|${numberIs(3)})`,
  failedAction,
);
export const levelledWarning = onlyFrom(raw`\d\[`, raw`${beforeLevel}(?:${warningLevel}|${numberIs(2)})`);
