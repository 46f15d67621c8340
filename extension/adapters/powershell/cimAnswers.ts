import type { CimDeclaration, CimMethodResult, CimProperties, CimValue } from '../../ports/cim';
import { ShellError } from './shellError';

/** @throws ShellError `garbled` */
export const propertiesOf = (value: unknown, name: string): CimProperties => {
  const found = isObject(value) ? value[name] : undefined;
  if (!isObject(found)) throw garbled(name);
  return Object.fromEntries(Object.entries(found).map(([key, part]) => [key, valueOf(part)]));
};

/** @throws ShellError `garbled` */
export const declarationsOf = (value: unknown): readonly CimDeclaration[] => {
  const found = isObject(value) ? value['properties'] : undefined;
  if (!Array.isArray(found) || !found.every(isDeclaration)) throw garbled('properties');
  return found;
};

const isDeclaration = (value: unknown): value is CimDeclaration =>
  isObject(value) &&
  typeof value['name'] === 'string' &&
  typeof value['type'] === 'string' &&
  typeof value['isKey'] === 'boolean';

/** @throws ShellError `garbled` */
export const methodResultOf = (value: unknown): CimMethodResult => {
  const returnValue = isObject(value) ? value['returnValue'] : undefined;
  if (typeof returnValue === 'number' || typeof returnValue === 'boolean')
    return { returnValue: Number(returnValue), out: propertiesOf(value, 'out') };
  throw garbled('returnValue');
};

/** @throws ShellError `garbled` */
export const valueOf = (value: unknown): CimValue => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.every((item) => typeof item === 'string')) return items;
    if (items.every((item) => typeof item === 'number')) return items;
    // Arrays of booleans have no place of their own in the port.
    if (items.every((item) => typeof item === 'boolean')) return items.map(Number);
  }
  throw garbled('a value');
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const garbled = (what: string): ShellError =>
  new ShellError('garbled', `PowerShell's answer was not understood: ${what}.`);
