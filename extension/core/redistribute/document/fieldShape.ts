import { kindOf } from '../../connection/entryReader';

/** What a field of a plan document may hold. */
export interface FieldShape {
  readonly fits: (value: unknown) => boolean;
  /** In words, for who edits the document. */
  readonly expected: string;
  /** It may lack; it is never undefined. */
  readonly isOptional?: true;
}

export const text: FieldShape = { fits: (value) => typeof value === 'string', expected: 'text' };

export const texts: FieldShape = {
  fits: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  expected: 'a list of texts',
};

export const whole: FieldShape = {
  fits: (value) => Number.isSafeInteger(value),
  expected: 'a whole number',
};

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const time: FieldShape = {
  fits: (value) => typeof value === 'string' && timePattern.test(value),
  expected: 'a time in UTC',
};

export const oneOf = (...values: readonly string[]): FieldShape => ({
  fits: (value) => typeof value === 'string' && values.includes(value),
  expected: values.map((value) => `"${value}"`).join(', '),
});

export const orNull = ({ fits, expected }: FieldShape): FieldShape => ({
  fits: (value) => value === null || fits(value),
  expected: `${expected} or null`,
});

export const optional = (shape: FieldShape): FieldShape => ({ ...shape, isOptional: true });

export const fields = (shapes: Shapes): FieldShape => ({
  fits: (value) => isRecord(value) && problemsOf('', value, shapes).length === 0,
  expected: `an object with ${Object.keys(shapes).join(', ')}`,
});

export const listOf = (shape: FieldShape): FieldShape => ({
  fits: (value) => Array.isArray(value) && value.every((one) => shape.fits(one)),
  expected: `a list, each ${shape.expected}`,
});

export type Shapes = Readonly<Record<string, FieldShape>>;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with the fields of an object: none but optional ones may lack, and there is no other. */
export const problemsOf = (
  place: string,
  value: Readonly<Record<string, unknown>>,
  shapes: Shapes,
): readonly string[] => {
  const known = Object.entries(shapes).flatMap(([name, { fits, expected, isOptional }]) => {
    if (!Object.hasOwn(value, name)) return isOptional === true ? [] : [`${place}${name} is missing.`];
    return fits(value[name]) ? [] : [`${place}${name}: Expected ${expected}, found ${kindOf(value[name])}.`];
  });
  const others = Object.keys(value).filter((name) => !Object.hasOwn(shapes, name));
  return [...known, ...others.map((name) => `${place}${name} was added.`)];
};
