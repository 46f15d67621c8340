import { CimError, type CimProperties } from '../../../ports/cim';

/** SMS_PackagesInContLib of a DP: what the simulation says, and on top of it what was changed by hand since. */
export class WmiInstances {
  /** undefined: it was deleted. */
  private readonly edits = new Map<string, CimProperties | undefined>();

  /** @param base instances by PackageID */
  constructor(private readonly base: () => ReadonlyMap<string, CimProperties>) {}

  all(): readonly CimProperties[] {
    const merged = new Map<string, CimProperties | undefined>([...this.base(), ...this.edits]);
    return [...merged.values()].filter((one) => one !== undefined);
  }

  get(packageId: string): CimProperties | undefined {
    const key = packageId.toUpperCase();
    return this.edits.has(key) ? this.edits.get(key) : this.base().get(key);
  }

  /** @throws CimError where it is there already, or has no PackageID */
  create(properties: CimProperties): void {
    const { PackageID } = properties;
    if (typeof PackageID !== 'string') throw new CimError('failed', 'The instance has no PackageID.');
    if (this.get(PackageID) !== undefined)
      throw new CimError('failed', `SMS_PackagesInContLib has an instance of ${PackageID} already.`);
    this.edits.set(PackageID.toUpperCase(), properties);
  }

  /** @throws CimError `notFound` */
  delete(packageId: string): void {
    if (this.get(packageId) === undefined)
      throw new CimError('notFound', `SMS_PackagesInContLib has no instance of ${packageId}.`);
    this.edits.set(packageId.toUpperCase(), undefined);
  }

  /** The simulation writes this anew: what was done to it by hand counts no more. */
  renew(packageId: string): void {
    this.edits.delete(packageId.toUpperCase());
  }
}
