import { EntryReader, kindOf } from './entryReader';
import { parseProfile } from './parseProfile';
import type { ConnectionProfile } from './profile';

export interface ParsedProfiles {
  /** Those that can be used, in the order of the setting. Their ids differ. */
  readonly profiles: readonly ConnectionProfile[];
  /** Each names the place and what to write there; never a value that was typed, which may be a secret. */
  readonly problems: readonly string[];
  /** Entries that cannot be used, as they stand: whoever writes the setting anew writes them back. */
  readonly others: readonly unknown[];
}

const setting = 'configmgrContent.sites';

/** Understands the value of the setting `configmgrContent.sites`, whatever was typed there. */
export const parseProfiles = (value: unknown): ParsedProfiles => {
  if (value === undefined || value === null) return { profiles: [], problems: [], others: [] };
  if (!Array.isArray(value)) {
    const problem = `${setting}: Expected a list of sites, [ { ... }, { ... } ], found ${kindOf(value)}.`;
    return { profiles: [], problems: [problem], others: [value] };
  }
  const profiles = new Map<string, ConnectionProfile>();
  const problems: string[] = [];
  const others: unknown[] = [];
  for (const [index, entry] of (value as readonly unknown[]).entries()) {
    const place = `${setting}[${index}]`;
    const reader = new EntryReader(place, isRecord(entry) ? entry : {});
    const profile = isRecord(entry) ? parseProfile(reader) : undefined;
    const key = profile?.id.toLowerCase() ?? '';
    if (!isRecord(entry))
      problems.push(`${place}: Expected a site in braces, { ... }, found ${kindOf(entry)}.`);
    else if (profiles.has(key))
      reader.refuse('id', 'A site before this one has the same id. Give it its own.');
    problems.push(...reader.problems);
    if (profile === undefined || !reader.isUsable) others.push(entry);
    else profiles.set(key, profile);
  }
  return { profiles: [...profiles.values()], problems, others };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
