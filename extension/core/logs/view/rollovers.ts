/** `name.lo_`, and `name-YYYYMMDD-HHMMSS.log`, whose stamp is the time of the rollover. */
const dated = /^-(\d{8}-\d{6})\.log$/i;

/**
 * The names of a folder that hold older records of a log, oldest first: dated copies, then `.lo_`. Only for a log that is
 * written to (`name.log`): a rollover has none of its own.
 */
export const rolloversOf = (name: string, names: readonly string[]): readonly string[] => {
  if (!/\.log$/i.test(name) || /-\d{8}-\d{6}\.log$/i.test(name)) return [];
  const stem = name.slice(0, -'.log'.length).toLowerCase();
  const rest = (other: string): string =>
    other.toLowerCase().startsWith(stem) ? other.slice(stem.length) : '';
  const stampOf = (other: string): string | undefined => dated.exec(rest(other))?.[1];
  const copies = names.filter((other) => stampOf(other) !== undefined);
  return [
    ...copies.toSorted((a, b) => ((stampOf(a) ?? '') < (stampOf(b) ?? '') ? -1 : 1)),
    ...names.filter((other) => rest(other).toLowerCase() === '.lo_'),
  ];
};
