/** What a log's name tells. */
export interface LogName {
  /** '' when the name has none. */
  readonly folder: string;
  /** In lower case, without stamp of rollover and ending: `distmgr` of `distmgr-20230509-153009.log`. */
  readonly name: string;
  /** Of logs with one name the older ones come first. */
  readonly age: string;
}

/** The stamp of a log that was rolled over by date; an archive's may have no time. */
const rollStamp = /-(\d{8}(?:-\d{6})?)$/;

/** Reads `C:\logs\distmgr.lo_`: rolled-over logs by date come first, then `.lo_`, then what is written now. */
export const readLogName = (path: string): LogName => {
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const base = path.slice(slash + 1).toLowerCase();
  const dot = base.lastIndexOf('.');
  const stem = dot <= 0 ? base : base.slice(0, dot);
  const stamp = rollStamp.exec(stem)?.[1];
  return {
    folder: path.slice(0, Math.max(0, slash)),
    name: stamp === undefined ? stem : stem.replace(rollStamp, ''),
    age: stamp === undefined ? (base.endsWith('.lo_') ? '1' : '2') : `0${stamp}`,
  };
};

/** Logs in the order in which they were written: those of one name and folder follow each other. */
export const readingOrder = (paths: readonly string[]): readonly string[] => {
  const names = new Map([...new Set(paths)].map((path) => [path, readLogName(path)]));
  const firsts = new Map<string, number>();
  const placeOf = (path: string): number => {
    const { folder, name } = names.get(path) ?? readLogName(path);
    const set = `${folder}/${name}`;
    if (!firsts.has(set)) firsts.set(set, firsts.size);
    return firsts.get(set) ?? 0;
  };
  const ordered = [...names].map(([path, { age }]) => ({ path, age, place: placeOf(path) }));
  return ordered
    .toSorted((a, b) => a.place - b.place || (a.age < b.age ? -1 : a.age > b.age ? 1 : 0))
    .map(({ path }) => path);
};
