/** A package of the demo site: what v_Package, v_SmsPackage and v_Content say of it. */
export interface DemoPackage {
  readonly index: number;
  readonly packageId: string;
  readonly name: string;
  readonly version: string;
  readonly manufacturer: string;
  readonly type: number;
  readonly sourceFlag: number;
  readonly flags: number;
  readonly sourceVersion: number;
  readonly storedVersion: number;
  /** v_SmsPackage.SourceSize in KB; undefined is NULL. */
  readonly kilobytes: number | undefined;
  /** v_Content.SourceSize in bytes, one for each content; undefined is NULL. */
  readonly contents: readonly (number | undefined)[];
  readonly actionInProgress: number;
  /** False: its rows in v_Package, v_SmsPackage and v_Content are gone. */
  readonly exists: boolean;
  readonly sourceDate: number;
  /** The case of all its pairs, when the package itself is special (cases/packageCases.ts). */
  readonly special: string | undefined;
}

/** Secured object types by PackageType (SMS_PackageContentServerInfo). */
const objectTypes: ReadonlyMap<number, number> = new Map([
  [0, 2],
  [3, 23],
  [5, 24],
  [6, 21],
  [8, 31],
  [257, 18],
  [258, 19],
  [259, 14],
]);

export const objectTypeId = (type: number): number => objectTypes.get(type) ?? 2;
