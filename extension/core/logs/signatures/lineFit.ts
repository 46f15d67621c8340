import { fitPattern, type Captures } from './fitPattern';
import type { FoldedLine } from './foldLine';
import type { Condition, LineTest } from './signature';

/** What the first pattern that fits captured; undefined when none fits, or one of the conditions does not hold. */
export const lineFit = ({ patterns, where }: LineTest, line: FoldedLine): Captures | undefined => {
  for (const pattern of patterns) {
    const captures = fitPattern(pattern, line);
    if (captures !== undefined) return where.every((one) => holds(one, captures)) ? captures : undefined;
  }
  return undefined;
};

const holds = ({ capture, is, than }: Condition, captures: Captures): boolean => {
  const left = captures[capture] ?? '';
  const right = typeof than === 'number' ? String(than) : (captures[than] ?? '');
  const [a, b] = [Number(left), Number(right)];
  switch (is) {
    case 'atLeast':
      return a >= b;
    case 'atMost':
      return a <= b;
    case 'equal':
      return a === b || left.toLowerCase() === right.toLowerCase();
  }
};
