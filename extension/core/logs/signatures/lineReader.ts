import { EntryReader, kindOf } from '../../connection/entryReader';
import { isRecord } from '../../redistribute/document/fieldShape';
import { parsePattern } from './parsePattern';
import { capturesOf, type Pattern } from './pattern';
import type { Condition, LineTest } from './signature';

const mostPatterns = 20;

const conditionForm =
  'Expected conditions such as { "capture": "used", "atLeast": 5 }, with atLeast, atMost or equals, and a number or another capture.';

const comparisons = { atLeast: 'atLeast', atMost: 'atMost', equals: 'equal' } as const;

/** Reads what a line has to say, for a signature and for the second line of one. */
export class LineReader extends EntryReader {
  /** Those that every pattern has. */
  captures: ReadonlySet<string> = new Set();
  private readonly parts: LineReader[] = [];

  constructor(
    private readonly where: string,
    private readonly fields: Readonly<Record<string, unknown>>,
  ) {
    super(where, fields);
  }

  override get isUsable(): boolean {
    return super.isUsable && this.parts.every((part) => part.isUsable);
  }

  line(): LineTest {
    const written = typeof this.fields.pattern === 'string' ? [this.text('pattern')] : this.texts('pattern');
    const patterns = (written ?? []).flatMap((text) => (text === undefined ? [] : this.patternOf(text)));
    if (patterns.length === 0 || patterns.length > mostPatterns)
      this.refuse('pattern', `Write text of the message, or a list of up to ${mostPatterns} such texts.`);
    const [first, ...others] = patterns.map((pattern) => new Set(capturesOf(pattern)));
    this.captures = new Set([...(first ?? [])].filter((name) => others.every((names) => names.has(name))));
    return { patterns, where: this.conditions() };
  }

  /** Names of what lines share. */
  keys(field: string, known: ReadonlySet<string>): readonly string[] {
    const keys = this.texts(field) ?? [];
    if (keys.some((key) => !known.has(key)))
      this.refuse(field, `Expected any of ${[...known].join(', ')}: captures that every pattern has.`);
    return keys;
  }

  /** A field that is an object of its own; undefined when it is not given. */
  part<T>(field: string, read: (reader: LineReader) => T): T | undefined {
    const value = this.take(field);
    if (value === undefined) return undefined;
    if (!isRecord(value)) {
      this.refuse(field, `Expected { ... }, found ${kindOf(value)}.`);
      return undefined;
    }
    const reader = new LineReader(`${this.where}.${field}`, value);
    const part = read(reader);
    reader.remarkRest();
    this.parts.push(reader);
    this.problems.push(...reader.problems);
    return part;
  }

  remarkRest(): void {
    for (const field of this.rest()) this.remark(field, 'There is no such property; it is not used.');
  }

  private patternOf(text: string): readonly Pattern[] {
    const pattern = parsePattern(text);
    if (!('problem' in pattern)) return [pattern];
    this.refuse('pattern', pattern.problem);
    return [];
  }

  private conditions(): readonly Condition[] {
    const value = this.take('where') ?? [];
    if (Array.isArray(value)) return value.flatMap((one: unknown) => this.conditionOf(one));
    this.refuse('where', `Expected a list of conditions, found ${kindOf(value)}.`);
    return [];
  }

  private conditionOf(value: unknown): readonly Condition[] {
    const found = isRecord(value) ? Object.entries(value).filter(([name]) => name !== 'capture') : [];
    const [[name, than] = ['', undefined]] = found;
    const capture = isRecord(value) ? value.capture : undefined;
    const is = Object.hasOwn(comparisons, name) ? comparisons[name as keyof typeof comparisons] : undefined;
    const isKnown = (one: unknown): one is string => typeof one === 'string' && this.captures.has(one);
    const isSide = isKnown(than) || (typeof than === 'number' && Number.isFinite(than));
    if (found.length === 1 && is !== undefined && isKnown(capture) && isSide) return [{ capture, is, than }];
    this.refuse('where', conditionForm);
    return [];
  }
}
