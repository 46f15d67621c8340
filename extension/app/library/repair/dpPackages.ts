import { packagesClass } from '../../../core/library/repair/entryRecord';
import { keysOf, type WmiInstance } from '../../../core/library/repair/libraryEntry';
import { CimError, type CimDeclaration, type CimTarget } from '../../../ports/cim';
import type { DpWriter } from '../../../ports/siteConnection';

const { className, namespace } = packagesClass;

/** What an answer does not hold: without these an instance could not be made again as it was. */
const unknownTypes = /^(Instance|Reference)(Array)?$/;

/** SMS_PackagesInContLib of a DP. All methods reject with CimError. */
export class DpPackages {
  private readonly target: CimTarget;
  private declared: Promise<readonly CimDeclaration[]> | undefined;

  constructor(
    private readonly wmi: DpWriter['wmi'],
    computer: string,
  ) {
    this.target = { computer, namespace };
  }

  /** All instances of a package, with all their properties. */
  async of(packageId: string, signal: AbortSignal): Promise<readonly WmiInstance[]> {
    const declared = await this.declarations(signal);
    const properties = declared.map(({ name }) => name);
    const keys = declared.filter(({ isKey }) => isKey).map(({ name }) => name);
    const query = { className, properties, where: { PackageID: packageId } };
    const found: WmiInstance[] = [];
    for await (const page of this.wmi.query(this.target, query, signal))
      found.push(...page.map((one) => ({ keys, properties: one })));
    return found;
  }

  delete(instance: WmiInstance, signal: AbortSignal): Promise<void> {
    return this.wmi.delete(this.target, { className, keys: keysOf(instance) }, signal);
  }

  create({ properties }: WmiInstance, signal: AbortSignal): Promise<void> {
    const given = Object.entries(properties).filter(([, value]) => value !== null);
    return this.wmi.create(this.target, className, Object.fromEntries(given), signal);
  }

  private async declarations(signal: AbortSignal): Promise<readonly CimDeclaration[]> {
    this.declared ??= this.wmi.describe(this.target, className, signal);
    try {
      return checked(await this.declared, this.target);
    } catch (error) {
      this.declared = undefined;
      throw error;
    }
  }
}

const checked = (declared: readonly CimDeclaration[], { computer }: CimTarget): readonly CimDeclaration[] => {
  const strange = declared.find(({ type }) => unknownTypes.test(type));
  if (strange !== undefined)
    throw new CimError(
      'failed',
      `${className} of ${computer} has a property that cannot be exported (${strange.name}, ${strange.type}). Nothing is taken out of this list.`,
    );
  if (!declared.some(({ isKey }) => isKey))
    throw new CimError(
      'failed',
      `${className} of ${computer} declares no key: its instances cannot be named one by one.`,
    );
  return declared;
};
