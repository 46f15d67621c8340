import type { ParameterType, SiteCatalogue, SqlParameters, SqlQuery } from '../ports/siteDatabase';
import type { FactSource } from '../core/reconcile/siteFacts';
import { parseQueryText } from './queryText';
import type { RowReader } from './rowReader';

/**
 * A question to the site: the SQL of `<question>.sql`, what it needs, and a decoder for each of its results.
 * @typeParam R result name to the row type that its decoder gives
 * @typeParam S what of it a site may be unable to tell
 */
export interface SiteQuery<P extends SqlParameters, R extends object, S extends string = FactSource> {
  readonly sql: SqlQuery;
  readonly decode: { readonly [K in keyof R]: (row: RowReader) => R[K] };
  /** Facts that the site cannot tell: it lacks the views, and other steps stand in for those that read them. */
  readonly notRead: readonly S[];
  /** Facts of steps that read by role: what they do not tell may be so all the same. */
  readonly scoped: readonly S[];
  /** Carries P for the compiler; never set. */
  readonly parameterType?: P;
}

/** Parameters of a question that has none. */
export type NoParameters = Readonly<Record<string, never>>;

export type Needs = Readonly<Record<string, readonly string[]>>;

/** A step that a site may be unable to run, with the facts that are then not read. */
export interface OptionalStep<S extends string = FactSource> {
  readonly needs: Needs;
  readonly source: S;
}

/** A question before it is known what the site has. */
export interface Question<P extends SqlParameters, R extends object, S extends string = FactSource> {
  readonly id: string;
  readonly text: string;
  /** The question from which it takes steps over. */
  readonly base?: Pick<Question<never, object, S>, 'text' | 'optional'>;
  /** Columns read, by view; a site that lacks one cannot be asked. */
  readonly needs: Needs;
  /** By step name; the text has an `otherwise` for each. */
  readonly optional?: Readonly<Record<string, OptionalStep<S>>>;
  readonly parameters: Readonly<Record<keyof P & string, ParameterType>>;
  readonly decode: SiteQuery<P, R>['decode'];
}

/** The question as this site can answer it. Without a catalogue: as a site that has everything. */
export const siteQuery = <P extends SqlParameters, R extends object, S extends string = FactSource>(
  question: Question<P, R, S>,
  catalogue?: SiteCatalogue,
): SiteQuery<P, R, S> => {
  const { id, parameters, decode } = question;
  const text = parseQueryText(question.text, question.base?.text);
  const optional = optionalSteps(question);
  const absent = new Set(
    Object.keys(optional).filter((step) => catalogue && !hasAll(catalogue, optional[step]?.needs ?? {})),
  );
  const steps = text.steps.map(({ name, sql, otherwise }) => ({
    name,
    sql: absent.has(name) ? (otherwise ?? sql) : sql,
  }));
  const present = Object.entries(optional).filter(([step]) => !absent.has(step));
  const needs = merged([question.needs, ...present.map(([, { needs: more }]) => more)]);
  const notRead = [...absent].flatMap((step) => optional[step]?.source ?? []);
  const scoped = present.flatMap(([, step]) =>
    Object.keys(step.needs).some((view) => catalogue?.scoped?.has(view)) ? step.source : [],
  );
  return { sql: { id, steps, results: text.results, needs, parameters }, decode, notRead, scoped };
};

/** Its own, and those of the steps that it takes over. */
export const optionalSteps = <S extends string = FactSource>(
  question: Pick<Question<never, object, S>, 'text' | 'base' | 'optional'>,
): Readonly<Record<string, OptionalStep<S>>> => {
  const { shared } = parseQueryText(question.text, question.base?.text);
  const taken = Object.entries(question.base?.optional ?? {}).filter(([step]) => shared.has(step));
  return { ...Object.fromEntries(taken), ...question.optional };
};

const hasAll = (catalogue: SiteCatalogue, needs: Needs): boolean =>
  Object.entries(needs).every(([view, columns]) =>
    columns.every((column) => catalogue.get(view)?.has(column) === true),
  );

const merged = (all: readonly Needs[]): Needs => {
  const columns = new Map<string, Set<string>>();
  for (const needs of all)
    for (const [view, more] of Object.entries(needs))
      columns.set(view, new Set([...(columns.get(view) ?? []), ...more]));
  return Object.fromEntries(Array.from(columns, ([view, names]) => [view, [...names]]));
};
