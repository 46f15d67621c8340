import { planHash } from '../planHash';

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
  const ofFields = names.map((name) => planHash([salt, name, value[name]]).slice(-digits));
  return `${ofFields.join('')}-${planHash([salt, ...names.map((name) => value[name])]).slice(-8)}`;
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
  const broken = names.filter(
    (_, at) => seal.slice(at * digits, (at + 1) * digits) !== wanted.slice(at * digits, (at + 1) * digits),
  );
  return broken.length === 0 ? ['seal'] : broken;
};
