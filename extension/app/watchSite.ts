import type { FindingsScope } from '../ports/findings';
import type { SiteConnection } from '../ports/siteConnection';

/** More scopes than this are read as fewer, wider ones. */
const manyScopes = 20;

/** Milliseconds of wall time in which changes are collected before they are read. */
const gather = 400;

/**
 * Reads again what the site says has changed: collected for a moment, each scope once, one read at a time.
 * `reload` reports its own failures. The result ends the watch.
 */
export const watchSite = (
  connection: Pick<SiteConnection, 'onDidChange'>,
  reload: (scopes: readonly FindingsScope[]) => Promise<void>,
): (() => void) => {
  const waiting = new Map<string, FindingsScope>();
  let timer: NodeJS.Timeout | undefined;
  let reading = false;
  let ended = false;

  const read = async (): Promise<void> => {
    timer = undefined;
    if (ended || reading || waiting.size === 0) return;
    const scopes = widened([...waiting.values()]);
    waiting.clear();
    reading = true;
    try {
      await reload(scopes);
    } finally {
      reading = false;
      schedule();
    }
  };
  const schedule = (): void => {
    if (!ended && waiting.size > 0) timer ??= setTimeout(() => void read(), gather);
  };
  const unregister = connection.onDidChange((changed) => {
    for (const scope of changed) waiting.set(`${scope.packageId ?? ''}@${scope.dp ?? ''}`, scope);
    schedule();
  });
  return () => {
    ended = true;
    clearTimeout(timer);
    unregister();
  };
};

/** The fewest reads that cover the scopes: as they are, by DP, by package, or the whole site at once. */
const widened = (scopes: readonly FindingsScope[]): readonly FindingsScope[] => {
  if (scopes.length <= manyScopes) return scopes;
  const dps = unique(scopes.map(({ dp }) => dp));
  const packages = unique(scopes.map(({ packageId }) => packageId));
  if (dps !== undefined && dps.length <= manyScopes) return dps.map((dp) => ({ dp }));
  if (packages !== undefined && packages.length <= manyScopes)
    return packages.map((packageId) => ({ packageId }));
  return [{}];
};

/** undefined when one of them covers all. */
const unique = <T>(values: readonly (T | undefined)[]): readonly T[] | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? [...new Set(known)] : undefined;
};
