import type { Pattern } from './pattern';
import type { TimePoint } from './timePoint';

export const comparators = ['<=', '>=', '<', '>', '='] as const;
export type Comparator = (typeof comparators)[number];

/**
 * A filter as understood. Field names are known and choice values valid: parsing has seen to it.
 * `everything` stands alone, and `and` and `or` have two operands or more.
 */
export type Filter =
  | { readonly kind: 'everything' }
  | { readonly kind: 'word'; readonly pattern: Pattern }
  /** `exact`: written with `=`, the whole text. Else a part of it, or all of it where wildcards are used. */
  | {
      readonly kind: 'text';
      readonly field: string;
      readonly exact: boolean;
      readonly values: readonly Pattern[];
    }
  | { readonly kind: 'choice'; readonly field: string; readonly values: readonly Pattern[] }
  | {
      readonly kind: 'size';
      readonly field: string;
      readonly comparator: Comparator;
      readonly bytes: number;
    }
  | { readonly kind: 'unknownSize'; readonly field: string }
  | {
      readonly kind: 'time';
      readonly field: string;
      readonly comparator: Comparator;
      readonly time: TimePoint;
    }
  | { readonly kind: 'unknownTime'; readonly field: string }
  | { readonly kind: 'not'; readonly operand: Filter }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Filter[] };
