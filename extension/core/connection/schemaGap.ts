/** Column names by view, as a query declares what it reads. */
export type Needs = Readonly<Record<string, readonly string[]>>;

/** View to columns. */
type Columns = ReadonlyMap<string, ReadonlySet<string>>;

/** What can be read of a site, and what is there without the right to read it. */
export type Catalogue = Columns & { readonly denied?: Columns };

/** What a feature reads of the site database. `feature` is told to people: `Missing content`. */
export interface FeatureNeeds {
  readonly feature: string;
  readonly needs: Needs;
}

export interface ViewGap {
  readonly view: string;
  /** The columns that lack; 'view' when the site shows none of that name. */
  readonly lacks: 'view' | readonly string[];
  /** It is all there: the account has no right to read it. */
  readonly isDenied?: boolean;
}

/** A feature that cannot tell, because the site does not show what it reads. */
export interface SchemaGap {
  readonly feature: string;
  /** Empty when the catalogue was not read. */
  readonly gaps: readonly ViewGap[];
  /** A sentence: `Missing content is unknown because ...`. */
  readonly because: string;
}

/**
 * The features that this site leaves unknown. Names are compared without regard to case, because servers differ. A
 * catalogue that was not read leaves every feature unknown that reads anything.
 */
export const schemaGaps = (
  features: readonly FeatureNeeds[],
  catalogue: Catalogue | undefined,
): readonly SchemaGap[] => {
  const has = catalogue && folded(catalogue);
  const denied = folded(catalogue?.denied ?? new Map());
  return features.flatMap(({ feature, needs }) => {
    const gaps = has === undefined ? [] : gapsOf(needs, has, denied);
    const unread = has === undefined && Object.keys(needs).length > 0;
    if (gaps.length === 0 && !unread) return [];
    const cause = unread ? 'the views of this site were not read' : gaps.map(describeGap).join('; ');
    return [{ feature, gaps, because: `${feature} is unknown because ${cause}.` }];
  });
};

const gapsOf = (needs: Needs, has: Columns, denied: Columns): readonly ViewGap[] =>
  Object.entries(needs).flatMap(([view, columns]): readonly ViewGap[] => {
    const there = has.get(fold(view));
    const lacks = columns.filter((column) => there?.has(fold(column)) !== true);
    if (there !== undefined && lacks.length === 0) return [];
    const isDenied =
      lacks.length > 0 && lacks.every((column) => denied.get(fold(view))?.has(fold(column)) === true);
    return [{ view, lacks: there === undefined ? 'view' : lacks, ...(isDenied && { isDenied }) }];
  });

/** A view that exists and may not be read does not show itself in the catalogue either. */
const describeGap = ({ view, lacks, isDenied = false }: ViewGap): string => {
  if (lacks === 'view')
    return isDenied
      ? `this account has no right to read ${view} (SELECT)`
      : `this site has no view ${view}, or this account may not read it`;
  const columns = `${lacks.length === 1 ? 'column' : 'columns'} ${lacks.join(', ')}`;
  return isDenied
    ? `this account has no right to read ${columns} of ${view} (SELECT)`
    : `${view} has no ${columns}`;
};

const folded = (catalogue: Columns): Columns =>
  new Map(Array.from(catalogue, ([view, columns]) => [fold(view), new Set(Array.from(columns, fold))]));

const fold = (name: string): string => name.toLowerCase();
