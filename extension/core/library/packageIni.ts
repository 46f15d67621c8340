import { iniSection, iniValue, parseIni, type IniText } from './iniText';

/** What an .INI of PkgLib says (configmgr.md 3.4). */
export interface PackageIni {
  /** IDs of the package's contents, as DataLib names them; none where there is damage. */
  readonly contentIds: readonly string[];
  /** Why nothing can be made of it, as a part of a sentence (`it is empty`); undefined: it is understood. */
  readonly damage: string | undefined;
  /** Sections, keys and lines that are not looked at, as they stand. */
  readonly ignored: readonly string[];
}

/**
 * Reads an .INI of PkgLib. With a `Version` in `[Info]` the content is `<PackageID>.<Version>`; else the keys of
 * `[Packages]` are the contents. Never throws.
 */
export const readPackageIni = (packageId: string, text: string): PackageIni => {
  const ini = parseIni(text);
  const damage = damageOf(text, ini);
  const version = versionOf(ini);
  const listed = iniSection(ini, 'Packages')?.entries.map(({ key }) => key) ?? [];
  const contentIds = version === undefined ? [...new Set(listed)] : [`${packageId}.${version}`];
  return { contentIds: damage === undefined ? contentIds : [], damage, ignored: ignoredOf(ini) };
};

/** Content IDs become names of files and folders: nothing else than these may stand in one. */
const contentId = /^[A-Z0-9_{}-]{1,120}(?:\.\d{1,9})?$/i;

const versionOf = (ini: IniText): string | undefined => {
  const value = iniValue(iniSection(ini, 'Info'), 'Version');
  return value === '' ? undefined : value;
};

const damageOf = (text: string, ini: IniText): string | undefined => {
  if (text.trim() === '') return 'it is empty';
  if (text.includes('\0')) return 'it holds zero bytes, as a file does that was cut off while it was written';
  if (/[\ufffd\u0001-\u0008]/.test(text)) return 'it holds bytes that are no text';
  const [stray] = ini.strayLines;
  if (stray !== undefined) return `it has a line that is no section and no key: ${quoted(stray)}`;
  const version = versionOf(ini);
  if (version !== undefined)
    return /^\d{1,9}$/.test(version) ? undefined : `its Version is no number: ${quoted(version)}`;
  const entries = iniSection(ini, 'Packages')?.entries ?? [];
  if (entries.length === 0) return 'it has neither a Version in [Info] nor contents in [Packages]';
  const cut = entries.find(({ value }) => value === undefined);
  if (cut !== undefined) return `a line of [Packages] is cut off: ${quoted(cut.key)}`;
  const odd = entries.find(({ key }) => !contentId.test(key));
  return odd === undefined ? undefined : `[Packages] has what is no content ID: ${quoted(odd.key)}`;
};

const ignoredOf = ({ sections, strayLines }: IniText): readonly string[] => [
  ...strayLines,
  ...sections.flatMap(({ name, entries }) => {
    if (/^packages$/i.test(name)) return [];
    if (!/^info$/i.test(name)) return [`[${name}]`, ...entries.map(lineOf)];
    return entries.filter(({ key }) => !/^version$/i.test(key)).map(lineOf);
  }),
];

const lineOf = ({ key, value }: { readonly key: string; readonly value: string | undefined }): string =>
  value === undefined ? key : `${key}=${value}`;

const longest = 80;

/** For a message: short, and without control characters. */
const quoted = (text: string): string =>
  JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
