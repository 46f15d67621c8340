/**
 * A checksum of each field and one of all, as hex digits: tells which field of an object was changed by hand. It guards
 * against mistakes, as the hash of a plan does.
 * @param salt what else the object belongs to
 */
export const sealOf = (
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
  salt: string,
): string => {
  const ofSalt = fnv(salt, 0x811c9dc5);
  let all = ofSalt;
  let ofFields = '';
  for (const name of names) {
    const hash = fnv(textOf(value[name]), fnv(name, ofSalt));
    ofFields += hex(hash).slice(-digits);
    all = Math.imul(all ^ hash, prime);
  }
  return `${ofFields}-${hex(all)}`;
};

const digits = 4;

/** Names of the fields that do not fit their seal; `seal` itself when that was changed. */
export const brokenFields = (
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
  salt: string,
  seal: unknown,
): readonly string[] => {
  const wanted = sealOf(value, names, salt);
  if (seal === wanted) return [];
  if (typeof seal !== 'string' || seal.length !== wanted.length) return ['seal'];
  const partOf = (whole: string, at: number): string => whole.slice(at * digits, (at + 1) * digits);
  const broken = names.filter((_, at) => partOf(seal, at) !== partOf(wanted, at));
  return broken.length === 0 ? ['seal'] : broken;
};

/** A text and what only looks like it are told apart. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? `"${value}` : JSON.stringify(value ?? null);

const prime = 0x01000193;

/** FNV-1a, 32 bits. */
const fnv = (text: string, seed: number): number => {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), prime);
  return hash;
};

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');
