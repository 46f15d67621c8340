import type { Deployment, SiteNeeds, TaskSequence } from './siteNeeds';

/** Who needs one package. */
export interface PackageNeed {
  readonly bootImageOf: readonly TaskSequence[];
  /** Task sequences that run with it otherwise, themselves or through one that they run. */
  readonly usedBy: readonly TaskSequence[];
  /** Deployments of the package itself. */
  readonly deployments: readonly Deployment[];
}

const nobody: PackageNeed = { bootImageOf: [], usedBy: [], deployments: [] };

/** Task sequences and deployments, found by what they need. */
export class NeedIndex {
  private readonly sequences: ReadonlyMap<string, TaskSequence>;
  private readonly deployments = new Map<string, Deployment[]>();
  private readonly needs = new Map<string, { [K in keyof PackageNeed]: PackageNeed[K][number][] }>();

  constructor(site: SiteNeeds) {
    this.sequences = new Map(site.taskSequences.map((one) => [one.packageId, one]));
    for (const deployment of site.deployments) {
      const { packageId } = deployment;
      this.deployments.set(packageId, [...this.deploymentsOf(packageId), deployment]);
      this.needOf(packageId).deployments.push(deployment);
    }
    for (const sequence of site.taskSequences) {
      const { bootImageId } = sequence;
      if (bootImageId !== undefined) this.needOf(bootImageId).bootImageOf.push(sequence);
      for (const packageId of this.referencesOf(sequence))
        if (packageId !== bootImageId) this.needOf(packageId).usedBy.push(sequence);
    }
  }

  of(packageId: string): PackageNeed {
    return this.needs.get(packageId) ?? nobody;
  }

  sequence(packageId: string): TaskSequence | undefined {
    return this.sequences.get(packageId);
  }

  /** Deployments of a package or a task sequence. */
  deploymentsOf(packageId: string): readonly Deployment[] {
    return this.deployments.get(packageId) ?? [];
  }

  /** The packages that have to be on a DP for a task sequence to run, its boot image first; else the package. */
  contentOf(packageId: string): readonly string[] {
    const sequence = this.sequences.get(packageId);
    if (sequence === undefined) return [packageId];
    const { bootImageId } = sequence;
    return [
      ...new Set([...(bootImageId === undefined ? [] : [bootImageId]), ...this.referencesOf(sequence)]),
    ];
  }

  /** With those of the task sequences that it runs. */
  private referencesOf(sequence: TaskSequence): ReadonlySet<string> {
    const content = new Set<string>();
    const met = new Set([sequence.packageId]);
    const open = [sequence];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const packageId of next.references) {
        const inner = this.sequences.get(packageId);
        if (inner === undefined) content.add(packageId);
        else if (!met.has(packageId)) {
          met.add(packageId);
          open.push(inner);
        }
      }
    return content;
  }

  private needOf(packageId: string): { [K in keyof PackageNeed]: PackageNeed[K][number][] } {
    const known = this.needs.get(packageId);
    if (known !== undefined) return known;
    const need = { bootImageOf: [], usedBy: [], deployments: [] };
    this.needs.set(packageId, need);
    return need;
  }
}
