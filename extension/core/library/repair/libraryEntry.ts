/** A property's value, as WMI gives it. */
export type WmiValue = string | number | boolean | null | readonly string[] | readonly number[];

/** An instance of SMS_PackagesInContLib. */
export interface WmiInstance {
  /** Names of the properties that are its keys. */
  readonly keys: readonly string[];
  /** All of them, null ones too. */
  readonly properties: Readonly<Record<string, WmiValue>>;
}

/** An .INI of PkgLib, as it lies there. */
export interface IniFile {
  /** As it is spelt: `PS100012.INI`. */
  readonly name: string;
  /** Its bytes, Base64. */
  readonly bytes: string;
  /** UTC epoch milliseconds. */
  readonly modified: number;
}

/** What a DP's own lists hold about one package, exactly: enough to take it out and to put it back. */
export interface LibraryEntry {
  readonly packageId: string;
  /** Empty: WMI has none. */
  readonly instances: readonly WmiInstance[];
  /** null: PkgLib has none. */
  readonly ini: IniFile | null;
}

/** What a step does to a DP's lists. */
export interface LibraryWork {
  /** ContentLibraryPath of the DP's registry when it was planned: `D:\SCCMContentLib`. */
  readonly library: string;
  readonly entry: LibraryEntry;
  /** Folder that the entry is put back from (quarantinePlace.ts); undefined: it is taken out, into that of the run. */
  readonly from?: string;
  /** Id of the step that sends the content again once the entry is out; the two are planned and run together. */
  readonly then?: string;
}

const sameValue = (a: WmiValue | undefined, b: WmiValue | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export const sameInstance = (a: WmiInstance, b: WmiInstance): boolean =>
  [...new Set([...Object.keys(a.properties), ...Object.keys(b.properties)])].every((name) =>
    sameValue(a.properties[name], b.properties[name]),
  );

/** A file of another time is another one, if with the same bytes: a distribution wrote it. */
export const sameIni = (a: IniFile, b: IniFile): boolean => a.bytes === b.bytes && a.modified === b.modified;

/** Key properties with their values: what names the instance. */
export const keysOf = ({ keys, properties }: WmiInstance): Readonly<Record<string, WmiValue>> =>
  Object.fromEntries(keys.map((name) => [name, properties[name] ?? null]));
