/** A status message as a server component writes it to its log before it sends it; offsets are half-open, in UTF-16. */
export interface StatMessage {
  readonly start: number;
  readonly end: number;
  readonly messageId: number;
  /** E, W or I. */
  readonly severity: string;
  readonly component: string;
  readonly system: string;
  readonly site: string;
  /** UTC, as written: `Thu Jun 14 05:26:25.828 2018`. */
  readonly time: string;
  /** Without those that are empty. */
  readonly strings: readonly string[];
  readonly attributes: readonly StatAttribute[];
}

export interface StatAttribute {
  readonly id: number;
  readonly value: string;
}

const marker = 'STATMSG: ID=';

/**
 * The status message of a line: `STATMSG: ID=2384 SEV=I LEV=M SOURCE="..." COMP="..." SYS=... SITE=... PID=1 TID=2
 * GMTDATE=... ISTR0="..." ... NUMATTRS=1 AID0=400 AVAL0="..."`. undefined when there is none, or only its beginning.
 */
export const statMessageIn = (line: string): StatMessage | undefined => {
  const start = line.indexOf(marker);
  if (start < 0) return undefined;
  const reader = new FieldReader(line, start + marker.length);
  const messageId = Number(reader.upTo(' SEV='));
  const severity = reader.upTo(' LEV=');
  reader.upTo(' SOURCE="');
  reader.upTo('" COMP="');
  const component = reader.upTo('" SYS=');
  const system = reader.upTo(' SITE=');
  const site = reader.upTo(' PID=');
  reader.upTo(' GMTDATE=');
  const time = reader.upTo(' ISTR0="');
  if (reader.failed || !Number.isInteger(messageId)) return undefined;
  const strings = stringsOf(reader);
  const attributes = attributesOf(reader);
  const end = reader.place;
  return { start, end, messageId, severity, component, system, site, time, strings, attributes };
};

/** A value may hold quotes, so it ends where the next one begins. */
const stringsOf = (reader: FieldReader): readonly string[] => {
  const strings: string[] = [];
  for (let number = 1; number <= 10 && !reader.failed; number++) {
    const value = reader.upToFirst(`" ISTR${number}="`, '" NUMATTRS=');
    if (value !== '') strings.push(value);
    if (reader.ended) break;
  }
  return strings;
};

const mostAttributes = 20;

const attributesOf = (reader: FieldReader): readonly StatAttribute[] => {
  const attributes: StatAttribute[] = [];
  for (let number = 0; number < mostAttributes && reader.skip(` AID${number}=`); number++) {
    const id = Number(reader.upTo(` AVAL${number}="`));
    attributes.push({ id, value: reader.upToNext(`" AID${number + 1}=`, '"') });
  }
  return attributes;
};

/** Reads a text from one mark to the next; nothing is looked at twice. */
class FieldReader {
  failed = false;
  /** The last of two marks was met. */
  ended = false;

  constructor(
    private readonly text: string,
    public place: number,
  ) {}

  /** What stands before a mark; '' when it is not there. */
  upTo(mark: string): string {
    const found = this.failed ? -1 : this.text.indexOf(mark, this.place);
    this.failed = found < 0;
    if (found < 0) return '';
    const value = this.text.slice(this.place, found);
    this.place = found + mark.length;
    return value;
  }

  /** Up to a mark, or to the one that ends them all. */
  upToFirst(mark: string, last: string): string {
    const found = this.text.indexOf(mark, this.place);
    const end = this.text.indexOf(last, this.place);
    this.ended = end >= 0 && (found < 0 || end < found);
    return this.upTo(this.ended ? last : mark);
  }

  /** Up to before a mark, or past the last quote that ends the line's values. */
  upToNext(mark: string, quote: string): string {
    const found = this.text.indexOf(mark, this.place);
    const end = found < 0 ? this.text.lastIndexOf(quote) : found;
    if (end < this.place) return '';
    const value = this.text.slice(this.place, end);
    this.place = end + 1;
    return value;
  }

  /** Goes past a mark that is on the way, behind a number at most. */
  skip(mark: string): boolean {
    const found = this.failed ? -1 : this.text.indexOf(mark, this.place);
    if (found < 0 || found > this.place + 8) return false;
    this.place = found + mark.length;
    return true;
  }
}
