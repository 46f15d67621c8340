/** Whether a value of a file is what a step of a library needs (libraryEntry.ts). */
export const isLibraryWork = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['library']) &&
  (value['from'] === undefined || isText(value['from'])) &&
  (value['then'] === undefined || isText(value['then'])) &&
  isEntry(value['entry']);

type Fields = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['packageId']) &&
  Array.isArray(value['instances']) &&
  value['instances'].every(isInstance) &&
  (value['ini'] === null || isIni(value['ini']));

const isInstance = (value: unknown): boolean =>
  isObject(value) &&
  Array.isArray(value['keys']) &&
  value['keys'].every(isText) &&
  isObject(value['properties']) &&
  Object.values(value['properties']).every(isValue);

/** A name of a file and nothing more: no path leads out of PkgLib. */
const isIni = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['name']) &&
  /^[A-Z0-9]{8}\.INI$/i.test(value['name']) &&
  isText(value['bytes']) &&
  typeof value['modified'] === 'number';

const isValue = (value: unknown): boolean =>
  value === null ||
  isScalar(value) ||
  (Array.isArray(value) && (value.every(isText) || value.every((item) => typeof item === 'number')));

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
