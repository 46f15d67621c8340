/** One `key=value` line; `value` undefined: the line has no `=`. */
export interface IniEntry {
  readonly key: string;
  readonly value: string | undefined;
}

export interface IniSection {
  readonly name: string;
  readonly entries: readonly IniEntry[];
}

/** An INI file taken apart. Sections that come twice are one. */
export interface IniText {
  readonly sections: readonly IniSection[];
  /** Lines that are no section, key or comment, and those before the first section. */
  readonly strayLines: readonly string[];
}

/** Takes any text for an INI file, as GetPrivateProfileString would: case, blanks and line ends do not matter. */
export const parseIni = (text: string): IniText => {
  const sections = new Map<string, { readonly name: string; readonly entries: IniEntry[] }>();
  const strayLines: string[] = [];
  let current: IniEntry[] | undefined;
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    if (line === '' || line.startsWith(';')) continue;
    if (line.startsWith('[')) {
      const name = line.endsWith(']') ? line.slice(1, -1).trim() : undefined;
      if (name === undefined) strayLines.push(line);
      else {
        const known = sections.get(name.toLowerCase()) ?? { name, entries: [] };
        sections.set(name.toLowerCase(), known);
        current = known.entries;
      }
    } else if (current === undefined) strayLines.push(line);
    else current.push(entryOf(line));
  }
  return { sections: [...sections.values()], strayLines };
};

/** The section of that name, whatever its case. */
export const iniSection = ({ sections }: IniText, name: string): IniSection | undefined =>
  sections.find((one) => same(one.name, name));

/** The first value of that key, whatever its case; undefined where there is none. */
export const iniValue = (section: IniSection | undefined, key: string): string | undefined =>
  section?.entries.find((one) => same(one.key, key))?.value;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const entryOf = (line: string): IniEntry => {
  const at = line.indexOf('=');
  return at === -1
    ? { key: line, value: undefined }
    : { key: line.slice(0, at).trim(), value: line.slice(at + 1).trim() };
};
