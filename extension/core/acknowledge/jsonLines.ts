/** A JSON value that knows the line on which it begins. */
export interface JsonNode {
  /** From 1 on. */
  readonly line: number;
  readonly value: unknown;
  /** Of a list its items, of an object its fields. */
  readonly items: readonly JsonNode[];
}

/** The text is no JSON. */
export class JsonError extends Error {
  override readonly name = 'JsonError';

  constructor(
    readonly line: number,
    problem: string,
  ) {
    super(problem);
  }
}

/**
 * Parses JSON and remembers lines, which JSON.parse does not tell in the same way everywhere. A field that
 * stands twice is refused: a merge that went wrong must not drop one of them silently. Throws JsonError.
 */
export const parseJsonLines = (text: string): JsonNode => {
  const reader = new Reader(text.startsWith('\uFEFF') ? text.slice(1) : text);
  const node = reader.node();
  reader.end();
  return node;
};

const token = /[ \t\r\n]*(?:([[\]{},:])|("(?:[^"\\]|\\.)*")|([^ \t\r\n[\]{},:"]+))?/y;

class Reader {
  private at = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  node(next = this.next()): JsonNode {
    const { line } = this;
    if (next === '[') return this.list(line);
    if (next === '{') return this.object(line);
    return { line, value: this.plain(next), items: [] };
  }

  end(): void {
    const next = this.next();
    if (next !== '') throw this.unexpected(next, 'the end of the file');
  }

  private list(line: number): JsonNode {
    const items: JsonNode[] = [];
    for (let next = this.next(); next !== ']' || items.length > 0; next = this.next()) {
      items.push(this.node(next));
      if (this.separator(']') === ']') break;
    }
    return { line, value: items.map(({ value }) => value), items };
  }

  private object(line: number): JsonNode {
    const fields = new Map<string, JsonNode>();
    for (let next = this.next(); next !== '}' || fields.size > 0; next = this.next()) {
      if (!next.startsWith('"')) throw this.unexpected(next, 'a field name in quotation marks');
      const name = String(this.plain(next));
      if (fields.has(name)) throw new JsonError(this.line, `The field "${name}" stands there twice.`);
      const colon = this.next();
      if (colon !== ':') throw this.unexpected(colon, 'a colon');
      fields.set(name, this.node());
      if (this.separator('}') === '}') break;
    }
    const entries = Array.from(fields, ([name, { value }]) => [name, value] as const);
    return { line, value: Object.fromEntries(entries), items: [...fields.values()] };
  }

  private separator(close: ']' | '}'): string {
    const next = this.next();
    if (next !== ',' && next !== close) throw this.unexpected(next, `a comma or ${close}`);
    return next;
  }

  private plain(found: string): unknown {
    try {
      return JSON.parse(found) as unknown;
    } catch {
      throw this.unexpected(found, 'a value');
    }
  }

  private next(): string {
    token.lastIndex = this.at;
    const [whole = '', sign, quoted, bare] = token.exec(this.text) ?? [];
    const found = sign ?? quoted ?? bare ?? '';
    this.line += whole.slice(0, whole.length - found.length).split('\n').length - 1;
    this.at += whole.length;
    if (found === '' && this.at < this.text.length) throw this.unexpected('"', 'a closing quotation mark');
    return found;
  }

  private unexpected(found: string, expected: string): JsonError {
    const what = found === '' ? 'the end of the file' : found.slice(0, 20);
    return new JsonError(this.line, `Expected ${expected}, found ${what}.`);
  }
}
