import { libraryParts, type LibraryPart } from './cleanupFacts';

/** What a line that the cleanup tool printed names, in whatever words. */
export interface CleanupLine {
  /** Words that tell what the run may do. */
  readonly mode: 'whatIf' | 'delete' | undefined;
  readonly part: LibraryPart | undefined;
  /** undefined: the line tells no size. */
  readonly bytes: number | undefined;
  /** In upper case. */
  readonly packageId: string | undefined;
  /** `Content_<guid>` or a GUID, in lower case, without braces and version. */
  readonly contentId: string | undefined;
}

const part = /[\\/](FileLib|DataLib|PkgLib)(?![\w])/i;
const size = /(?<![\w.,])(\d[\d,.]{0,20}) ?(bytes|KB|MB|GB)\b/i;
const packageId = /(?<![\w-])([A-Z\d]{3}[\dA-F]{5})(?![\w-])/;
const contentId = /(?<![\w-])((?:Content_)?)\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\w-])/i;
const units: Readonly<Record<string, number>> = { bytes: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };

export const readCleanupLine = (text: string): CleanupLine => {
  const written = part.exec(text)?.[1]?.toLowerCase();
  const id = packageId.exec(text)?.[1];
  const [, prefix = '', guid] = contentId.exec(text) ?? [];
  return {
    mode: modeOfText(text),
    part: libraryParts.find((one) => one.toLowerCase() === written),
    bytes: bytesOf(text),
    // Words of eight letters have the same form; an ID has a digit.
    packageId: id !== undefined && /\d/.test(id) ? id : undefined,
    contentId: guid === undefined ? undefined : `${prefix}${guid}`.toLowerCase(),
  };
};

/** @param name of the log, in lower case */
export const modeOfName = (name: string): CleanupLine['mode'] =>
  /what-?if/.test(name) ? 'whatIf' : name.includes('delete') ? 'delete' : undefined;

/** A line with the word alone may speak of anything. */
const modeOfText = (text: string): CleanupLine['mode'] => {
  if (/what-?if/i.test(text)) return 'whatIf';
  return /delete[- ]mode/i.test(text) ? 'delete' : undefined;
};

/** Groups of thousands and decimals are written in either way; what stands before three last digits is a group. */
const bytesOf = (text: string): number | undefined => {
  const [, digits = '', unit = ''] = size.exec(text) ?? [];
  if (digits === '') return undefined;
  const whole = digits.replaceAll(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.');
  const value = Number.parseFloat(whole);
  return Number.isFinite(value) ? Math.round(value * (units[unit.toLowerCase()] ?? 1)) : undefined;
};
