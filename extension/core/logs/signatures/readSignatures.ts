import { kindOf } from '../../connection/entryReader';
import { isRecord } from '../../redistribute/document/fieldShape';
import { readSignature } from './readSignature';
import type { Signature } from './signature';

/** Characters of a file, and signatures of one. */
export const longestFile = 1_000_000;
const mostSignatures = 500;

export interface ReadSignatures {
  /** Those that can be used. Their ids differ. */
  readonly signatures: readonly Signature[];
  /** Ids of signatures of the extension that are not wanted. */
  readonly disabled: readonly string[];
  /** Each names the place and what to write there. */
  readonly problems: readonly string[];
}

const refused = (problem: string): ReadSignatures => ({ signatures: [], disabled: [], problems: [problem] });

/** Understands a file of signatures, whatever stands in it. What cannot be used is said and left out. */
export const readSignatures = (text: string): ReadSignatures => {
  if (text.length > longestFile)
    return refused(`The file has more than ${longestFile.toLocaleString('en')} characters. Split it.`);
  try {
    return signaturesOf(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return refused(`This is no JSON: ${cause}. Write { "signatures": [ ... ] } without comments.`);
  }
};

/** Understands what a file of signatures holds. */
export const signaturesOf = (value: unknown): ReadSignatures => {
  const list = isRecord(value) ? value.signatures : undefined;
  if (!isRecord(value) || !Array.isArray(list))
    return refused(`Expected { "signatures": [ ... ] }, found ${kindOf(isRecord(value) ? list : value)}.`);
  const entries: readonly unknown[] = list;
  const problems: string[] = [];
  const signatures = new Map<string, Signature>();
  for (const [index, entry] of entries.slice(0, mostSignatures).entries()) {
    const place = `signatures[${index}]`;
    const read = readSignature(place, entry);
    problems.push(...read.problems);
    if (read.signature === undefined) continue;
    const key = read.signature.id.toLowerCase();
    if (signatures.has(key)) problems.push(`${place}.id: A signature before this one has the same id.`);
    else signatures.set(key, read.signature);
  }
  if (entries.length > mostSignatures)
    problems.push(`A file has at most ${mostSignatures} signatures; those behind are not used.`);
  const disabled = textsOf(value.disabled);
  if (disabled === undefined)
    problems.push(`disabled: Expected a list of ids, found ${kindOf(value.disabled)}.`);
  const others = Object.keys(value).filter((name) => !['$schema', 'signatures', 'disabled'].includes(name));
  problems.push(...others.map((name) => `${name} is not known; a file has "signatures" and "disabled".`));
  return { signatures: [...signatures.values()], disabled: disabled ?? [], problems };
};

const textsOf = (value: unknown = []): readonly string[] | undefined =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
