import type { DpKey } from '../content/nalPath';

/** A pair, all of a package, all of a DP; an empty scope is the whole site. */
export interface ContentScope {
  readonly packageId?: string;
  readonly dp?: DpKey;
}

export const isWholeSite = ({ packageId, dp }: ContentScope): boolean =>
  packageId === undefined && dp === undefined;

/** Tells of a pair whether one of the scopes has it. */
export const scopeTest = (scopes: readonly ContentScope[]): ((packageId: string, dp: DpKey) => boolean) => {
  const pairs = new Map<string, Set<string>>();
  const packages = new Set<string>();
  const dps = new Set<string>();
  let all = false;
  for (const { packageId, dp } of scopes) {
    if (packageId !== undefined && dp !== undefined) {
      const known = pairs.get(packageId);
      if (known === undefined) pairs.set(packageId, new Set([dp]));
      else known.add(dp);
    } else if (packageId !== undefined) packages.add(packageId);
    else if (dp !== undefined) dps.add(dp);
    else all = true;
  }
  return (packageId, dp) =>
    all || packages.has(packageId) || dps.has(dp) || pairs.get(packageId)?.has(dp) === true;
};

/** Without pairs that a DP or a package among the scopes has anyway, each once. */
export const distinctScopes = (scopes: readonly ContentScope[]): readonly ContentScope[] => {
  if (scopes.some(isWholeSite)) return [{}];
  const wide = scopes.filter(({ packageId, dp }) => packageId === undefined || dp === undefined);
  const covers = scopeTest(wide);
  const narrow = scopes.filter(
    ({ packageId, dp }) => packageId !== undefined && dp !== undefined && !covers(packageId, dp),
  );
  return [
    ...new Map(
      [...wide, ...narrow].map((scope) => [`${scope.packageId ?? ''}@${scope.dp ?? ''}`, scope]),
    ).values(),
  ];
};
