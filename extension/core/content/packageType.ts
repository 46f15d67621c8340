/** PackageType numbers to the console's words (SupportArticles, advanced troubleshooting tips). */
const names: ReadonlyMap<number, string> = new Map([
  [0, 'Package'],
  [3, 'Driver package'],
  [4, 'Task sequence'],
  [5, 'Software update package'],
  [6, 'Device settings'],
  [7, 'Virtual application'],
  [8, 'Application'],
  [257, 'OS image'],
  [258, 'Boot image'],
  [259, 'OS upgrade package'],
  [260, 'VHD'],
]);

/** The console's word, with the raw number for a type that is not documented. */
export const packageTypeName = (type: number): string => names.get(type) ?? `Type ${type}`;

export const taskSequenceType = 4;
