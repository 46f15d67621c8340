/** The parts of a TextMate grammar that this one uses. */
export type Scopes = Readonly<Record<string, Scope>>;

interface Scope {
  readonly name: string;
  readonly patterns?: readonly Include[];
}

export interface Include {
  readonly include: `#${string}` | '$self';
}

export interface MatchRule {
  readonly match: string;
  readonly captures: Scopes;
}

export interface RegionRule {
  readonly begin: string;
  readonly beginCaptures: Scopes;
  readonly end: string;
  readonly endCaptures: Scopes;
  readonly contentName?: string;
  readonly patterns: readonly Rule[];
}

export type Rule = Include | MatchRule | RegionRule;

/** A group that gets `scope`. Every other group must be `(?:...)`: TextMate numbers groups, `match` and `region` count them. */
export const scoped = (scope: string, regex: string): string => `(?<${scope}>${regex})`;

/** A group of boilerplate that the rules of `repository` look at again. */
export const inspectedBy = (repository: string, regex: string): string => `(?<#${repository}>${regex})`;

/** The same expression without its scopes, for use in a lookahead. */
export const unscoped = (regex: string): string => regex.replace(groupOpening, '(?:');

export function match(source: string): MatchRule {
  const { regex, scopes } = numbered(source);
  return { match: regex, captures: scopes };
}

export interface Region {
  readonly begin: string;
  readonly end: string;
  /** Scope of all that `end` matches, below that of its groups. */
  readonly endScope?: string;
  /** Scope of what lies between. */
  readonly contentScope?: string;
  readonly patterns: readonly Rule[];
}

export function region({ begin, end, endScope, contentScope, patterns }: Region): RegionRule {
  const opening = numbered(begin);
  const closing = numbered(end);
  return {
    begin: opening.regex,
    beginCaptures: opening.scopes,
    end: closing.regex,
    endCaptures:
      endScope === undefined ? closing.scopes : { 0: { name: qualified(endScope) }, ...closing.scopes },
    ...(contentScope === undefined ? {} : { contentName: qualified(contentScope) }),
    patterns,
  };
}

const groupOpening = /\(\?<(?![=!])([#a-z][\w.-]*)>/g;

function numbered(source: string): { readonly regex: string; readonly scopes: Scopes } {
  const scopes: Record<string, Scope> = {};
  let group = 0;
  const regex = source.replace(groupOpening, (_opening, name: string) => {
    group += 1;
    scopes[group] = name.startsWith('#')
      ? { name: qualified(`comment.block.${name.slice(1)}`), patterns: [{ include: `#${name.slice(1)}` }] }
      : { name: qualified(name) };
    return '(';
  });
  return { regex, scopes };
}

/** TextMate names end in the language, so that a user's settings can single them out. */
const qualified = (scope: string): string => `${scope}.cmtrace`;
