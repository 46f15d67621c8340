import type { AnalysedRecord } from './analysedRecord';
import type { Found } from './captures';
import { LinePattern } from './linePattern';

interface Rule {
  /** False: it is another line. */
  readonly step: (text: string, record: AnalysedRecord) => boolean;
}

/** The lines that an analyser knows, and what each of them means to it. */
export class LineRules {
  private readonly byHead = new Map<number, Rule[]>();
  private readonly anywhere: Rule[] = [];

  /** The first of several rules that fit a line takes it. Rules that begin with a text come before the others. */
  on<const Pattern extends string>(
    pattern: Pattern,
    take: (found: Found<Pattern>, record: AnalysedRecord) => void,
  ): this {
    const line = new LinePattern(pattern);
    const rule: Rule = {
      step: (text, record) => {
        const found = line.match(text);
        if (found === undefined) return false;
        take(found, record);
        return true;
      },
    };
    if (line.head.length < headLength) this.anywhere.push(rule);
    else {
      const head = headOf(line.head);
      const rules = this.byHead.get(head);
      if (rules === undefined) this.byHead.set(head, [rule]);
      else rules.push(rule);
    }
    return this;
  }

  /** Lines that are known and tell nothing that is asked for. */
  know(...patterns: readonly string[]): this {
    for (const pattern of patterns) this.on(pattern, () => undefined);
    return this;
  }

  /** False: no rule knows the line. */
  step(record: AnalysedRecord): boolean {
    const text = withoutMarks(record.message);
    const rules = text.length < headLength ? undefined : this.byHead.get(headOf(text));
    return (
      (rules?.some((rule) => rule.step(text, record)) ?? false) ||
      this.anywhere.some((rule) => rule.step(text, record))
    );
  }
}

const headLength = 3;

const headOf = (text: string): number =>
  (text.charCodeAt(0) << 20) ^ (text.charCodeAt(1) << 10) ^ text.charCodeAt(2);

/** `~` at either end is the writer's mark of a line's break. */
const withoutMarks = (text: string): string => {
  let [from, to] = [0, text.length];
  while (from < to && isMark(text.charCodeAt(from))) from++;
  while (to > from && isMark(text.charCodeAt(to - 1))) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
};

const isMark = (unit: number): boolean => unit === 0x7e || unit <= 32;
