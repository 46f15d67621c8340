import { parseNalPath } from '../../content/nalPath';

/** What may stand at a place of a line; undefined: something else stands there. */
const readers = {
  /** Any text but none. */
  text: (text: string): string | undefined => (text === '' ? undefined : text),
  int: (text: string): number | undefined => (/^-?\d{1,16}$/.test(text) ? Number(text) : undefined),
  /** With or without `0x`. */
  hex: (text: string): number | undefined =>
    /^(?:0x)?[\da-f]{1,8}$/i.test(text) ? Number.parseInt(text, 16) : undefined,
  packageId: (text: string): string | undefined =>
    /^[A-Z\d]{3}[\dA-F]{5}$/i.test(text) ? text.toUpperCase() : undefined,
  siteCode: (text: string): string | undefined =>
    /^[A-Z\d]{3}$/i.test(text) ? text.toUpperCase() : undefined,
  guid: (text: string): string | undefined =>
    /^\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?\.?$/i.test(text)
      ? text.replace(/[{}.]/g, '').toUpperCase()
      : undefined,
  /** An error code that the text begins with: `0x80041002`, with or without `0x`. */
  code: (text: string): string | undefined => {
    const [, digits] = /^(?:0x)?([\da-f]{8})(?![\da-z])/i.exec(text) ?? [];
    return digits === undefined ? undefined : `0x${digits.toUpperCase()}`;
  },
  /** The server of a NAL path, or a server's name; upper case, because logs differ. */
  dp: (text: string): string | undefined => {
    const server = parseNalPath(text)?.server ?? text;
    return /^[\w.-]{1,255}$/.test(server) ? server.replace(/\.$/, '').toUpperCase() : undefined;
  },
} as const;

export type CaptureKind = keyof typeof readers;

type ValueOf<Kind> = Kind extends CaptureKind
  ? Exclude<ReturnType<(typeof readers)[Kind]>, undefined>
  : never;

type Capture<Text extends string> = Text extends `${infer Name}:${infer Kind}`
  ? Name extends ''
    ? unknown
    : { readonly [key in Name]: ValueOf<Kind> }
  : Text extends ''
    ? unknown
    : { readonly [key in Text]: string };

/** What a pattern finds: `{ jobId: number }` for `Job {jobId:int}`. */
export type Found<Pattern extends string> = Pattern extends `${string}{${infer Text}}${infer Rest}`
  ? Capture<Text> & Found<Rest>
  : unknown;

const isKind = (text: string): text is CaptureKind => Object.hasOwn(readers, text);

/** The name and kind of a place such as `jobId:int`, `name` or nothing at all. */
export const captureOf = (text: string): { readonly name: string; readonly kind: CaptureKind } => {
  const [name = '', kind = 'text'] = text.split(':');
  if (!isKind(kind)) throw new TypeError(`There is no kind of capture "${kind}".`);
  return { name, kind };
};

/** Longest text of a kind other than `text`. */
const longest = 1024;

export const readCapture = (kind: CaptureKind, text: string): string | number | undefined =>
  kind !== 'text' && text.length > longest ? undefined : readers[kind](text.trim());
