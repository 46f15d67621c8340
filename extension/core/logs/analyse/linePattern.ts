import { captureOf, readCapture, type CaptureKind, type Found } from './captures';

interface Place {
  readonly name: string;
  readonly kind: CaptureKind;
  /** The text behind it; '' when it takes the rest of the line. */
  readonly until: string;
}

/**
 * A line of a log with places in it: `Sending thread starting for Job: {jobId:int}, package: {packageId:packageId}`.
 * `{name}` is any text up to what follows it, `{name:kind}` one of a kind, `{}` and `{:kind}` are passed over; what stands behind the
 * pattern does not matter. Every text is looked for once and from the left, so the time is linear: no going back.
 */
export class LinePattern<Pattern extends string> {
  /** The text that the line begins with; '' when it may begin with anything. */
  readonly head: string;
  private readonly places: readonly Place[];

  constructor(pattern: Pattern) {
    const [head = '', ...parts] = pattern.split('{');
    this.head = head;
    this.places = parts.map((part) => {
      const [capture = '', until = ''] = part.split('}');
      return { ...captureOf(capture), until };
    });
    if (this.places.slice(0, -1).some(({ until }) => until === ''))
      throw new TypeError(`Something must stand between two places of "${pattern}".`);
  }

  /** undefined: it is another line. */
  match(text: string): Found<Pattern> | undefined {
    if (!text.startsWith(this.head)) return undefined;
    const found: Record<string, string | number> = {};
    let at = this.head.length;
    for (const { name, kind, until } of this.places) {
      const end = until === '' ? text.length : text.indexOf(until, at);
      if (end < 0) return undefined;
      if (name !== '' || kind !== 'text') {
        const value = readCapture(kind, text.slice(at, end));
        if (value === undefined) return undefined;
        if (name !== '') found[name] = value;
      }
      at = end + until.length;
    }
    return found as Found<Pattern>;
  }
}
