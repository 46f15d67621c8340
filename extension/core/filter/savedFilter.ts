/** A filter that is kept under a name. */
export interface SavedFilter {
  readonly name: string;
  readonly filter: string;
}

/** What needs repair or a decision, and what is not proved either way. */
export const unprovedFilter = 'state:problems,unknown,stale,running';

/** Questions that every site asks. */
export const builtInFilters: readonly SavedFilter[] = [
  { name: 'Clients will hit these', filter: 'state:problems installed:yes' },
  {
    name: 'OS deployment',
    filter: 'state:problems type:"OS image","Boot image","OS upgrade package","Driver package"',
  },
  { name: 'Happened in the last day', filter: 'state:problems since<1d' },
  { name: 'Repair by redistributing', filter: 'repair:yes suspect:no' },
  { name: 'An admin decides first', filter: 'repair:ask' },
  { name: 'Stuck', filter: 'state:stalled,removeFailed' },
  { name: 'Not proved either way', filter: 'state:unknown,stale' },
  { name: 'Suspect validation cycles', filter: 'suspect:yes' },
];

/** Names are told apart without case. The newest of a name stays; sorted by name. */
export const withSaved = (saved: readonly SavedFilter[], added: SavedFilter): readonly SavedFilter[] =>
  [...withoutSaved(saved, added.name), added].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

export const withoutSaved = (saved: readonly SavedFilter[], name: string): readonly SavedFilter[] =>
  saved.filter((one) => one.name.toLowerCase() !== name.toLowerCase());

/** What was stored, whatever has become of it. */
export const readSaved = (stored: unknown): readonly SavedFilter[] =>
  Array.isArray(stored) ? stored.filter(isSaved).map(({ name, filter }) => ({ name, filter })) : [];

const isSaved = (value: unknown): value is SavedFilter =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'filter' in value &&
  typeof value.name === 'string' &&
  typeof value.filter === 'string';
