/** A status message that a log line mentions; `start` and `end` are UTF-16 columns of the line, half-open. */
export interface MentionedMessage {
  readonly start: number;
  readonly end: number;
  readonly messageId: number;
  /** For a state message such as `0x4000094C`, whose high bits are the severity. */
  readonly severity: 'information' | 'warning' | 'error' | undefined;
}

/** `STATMSG: ID=2384`, `message ID 2384`, `0x4000094C`. Lines may be long: every alternative starts with a literal. */
const mention = /\bID=(\d{1,5})\b|\bmessage(?: ID)?[ =:]{1,3}(\d{4,5})\b|\b0x([48C])0([0-9A-F]{6})\b/gi;

/** Longest text looked at on either side of the column: messages of 60,000 characters occur. */
const reach = 40;

/** The status message mentioned at this column; undefined when there is none. */
export const statusMessageAt = (line: string, column: number): MentionedMessage | undefined => {
  const from = Math.max(0, column - reach);
  for (const match of line.slice(from, column + reach).matchAll(mention)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (column < start || column > end) continue;
    const [, id, spoken, severity, code] = match;
    const decimal = id ?? spoken;
    if (decimal !== undefined) return { start, end, messageId: Number(decimal), severity: undefined };
    const messageId = Number.parseInt(code ?? '', 16);
    if (messageId <= 0xffff) return { start, end, messageId, severity: severityOf(severity) };
  }
  return undefined;
};

/** The two high bits of a state message, as in a Windows event code. */
const severities = { '4': 'information', '8': 'warning', C: 'error' } as const;

const severityOf = (digit = ''): MentionedMessage['severity'] =>
  severities[digit.toUpperCase() as keyof typeof severities];
