import type { Accepts } from './requestType';

export const isText: Accepts<string> = (value): value is string =>
  typeof value === 'string' && value.length <= 100_000;

export const isFlag: Accepts<boolean> = (value): value is boolean => typeof value === 'boolean';

/** A whole number from 0 on. */
export const isCount: Accepts<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** No parameters: undefined, which some channels turn into null. */
export const isNothing: Accepts<undefined> = (value): value is undefined =>
  (value ?? undefined) === undefined;

export const isOneOf =
  <const T extends string>(allowed: readonly T[]): Accepts<T> =>
  (value): value is T =>
    allowed.some((one) => one === value);

export const isListOf =
  <T>(item: Accepts<T>, limit = 100_000): Accepts<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= limit && value.every((one) => item(one));

/** An object with exactly these properties checked; others are not looked at. */
export const isRecordOf =
  <T extends object>(fields: { readonly [K in keyof T]: Accepts<T[K]> }): Accepts<T> =>
  (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries<Accepts<unknown>>(fields).every(([name, accepts]) =>
      accepts((value as Record<string, unknown>)[name]),
    );

export const isEither =
  <A, B>(a: Accepts<A>, b: Accepts<B>): Accepts<A | B> =>
  (value): value is A | B =>
    a(value) || b(value);
