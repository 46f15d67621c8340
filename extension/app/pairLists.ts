import type { Finding } from '../core/reconcile/finding';
import { pairId, type PairId } from '../core/reconcile/pairId';
import type { FindingsScope } from '../ports/findings';

export type PairsById = ReadonlyMap<PairId, Finding>;

interface KeptList {
  readonly scope: FindingsScope;
  readonly pairs: PairsById;
  readonly fresh: boolean;
}

interface Reading {
  readonly scope: FindingsScope;
  readonly pairs: Promise<PairsById | undefined>;
}

/** Lists kept at a time; the longest unread goes first. */
const keptLists = 100;

/** The pairs of a DP or a package, kept until a read touches them. Older ones stay when reading them fails. */
export class PairLists {
  private readonly kept = new Map<string, KeptList>();
  private readonly reading = new Map<string, Reading>();

  /** @param failed is told why a list could not be read that is still wanted */
  constructor(
    private readonly read: (scope: FindingsScope) => Promise<readonly Finding[]>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** undefined: it could not be read, and never was before. */
  of(scope: FindingsScope): Promise<PairsById | undefined> {
    const key = keyOf(scope);
    const kept = this.kept.get(key);
    if (kept?.fresh === true) return Promise.resolve(kept.pairs);
    const open = this.reading.get(key);
    if (open !== undefined) return open.pairs;
    const reading: Reading = { scope, pairs: this.readList(scope, () => this.reading.get(key) === reading) };
    this.reading.set(key, reading);
    return reading.pairs;
  }

  /** What was last read of a pair, however old. */
  known(scope: FindingsScope, pair: PairId): Finding | undefined {
    return this.kept.get(keyOf(scope))?.pairs.get(pair);
  }

  /** Lists with pairs of these scopes are read again when they are next asked for. */
  touch(scopes: readonly FindingsScope[]): void {
    for (const [key, { scope }] of this.reading)
      if (scopes.some((touched) => overlap(scope, touched))) this.reading.delete(key);
    for (const [key, list] of this.kept)
      if (scopes.some((touched) => overlap(list.scope, touched)))
        this.kept.set(key, { ...list, fresh: false });
  }

  clear(): void {
    this.kept.clear();
    this.reading.clear();
  }

  /** @param current whether nothing has touched the list since the read began */
  private async readList(scope: FindingsScope, current: () => boolean): Promise<PairsById | undefined> {
    const key = keyOf(scope);
    try {
      const findings = await this.read(scope);
      const pairs = new Map(findings.map((finding) => [pairId(finding.packageId, finding.dp), finding]));
      this.kept.delete(key);
      this.kept.set(key, { scope, pairs, fresh: current() });
      const [oldest] = this.kept.keys();
      if (this.kept.size > keptLists && oldest !== undefined) this.kept.delete(oldest);
      return pairs;
    } catch (error) {
      if (current()) this.failed(error);
      return this.kept.get(key)?.pairs;
    } finally {
      if (current()) this.reading.delete(key);
    }
  }
}

const keyOf = (scope: FindingsScope): string => `${scope.packageId ?? ''}@${scope.dp ?? ''}`;

const overlap = (a: FindingsScope, b: FindingsScope): boolean =>
  (a.packageId === undefined || b.packageId === undefined || a.packageId === b.packageId) &&
  (a.dp === undefined || b.dp === undefined || a.dp === b.dp);
