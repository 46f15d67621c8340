import {
  CimError,
  type CimInstancePath,
  type CimProperties,
  type CimQuery,
  type CimTarget,
} from '../../../ports/cim';
import { RemoteFileError } from '../../../ports/remoteFiles';
import type { Computers } from '../../../ports/siteConnection';
import type { Faults } from '../../../protocol/demoSite';
import type { DemoLibraries } from '../library/demoLibraries';
import type { DemoLibrary } from '../library/demoLibrary';
import { shareFiles } from '../library/shareFiles';
import type { DemoDp } from '../site/demoDp';
import type { Act } from './demoCim';
import type { Disturbances } from './disturbances';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The class of a DP's root\SCCMDP that the demo site has, and its key. */
const packageClass = 'SMS_PackagesInContLib';

/** The DPs of the demo site, as one looks into them: root\SCCMDP and the content library. */
export class DemoComputers implements Computers {
  constructor(
    private readonly dps: readonly DemoDp[],
    private readonly libraries: DemoLibraries,
    private readonly act: Act,
    /** Of this moment. */
    private readonly faults: () => Faults,
    private readonly disturbances: Disturbances,
  ) {}

  readonly wmi: Computers['wmi'] = {
    query: (target, query, signal) => this.queryPackages(target, query, signal),
    get: (target, path, signal) => this.getPackage(target, path, signal),
  };

  files(root: string): ReturnType<Computers['files']> {
    const [, server = '', share = ''] = /^\\\\([^\\]+)\\(.+)$/.exec(root) ?? [];
    return shareFiles(root, share, {
      library: (path, asked) => this.openLibrary(server, path, asked),
      denied: () => this.faults().deniedFiles ?? [],
    });
  }

  /** The library, at a moment at which everything due before has happened. */
  private async openLibrary(server: string, path: string, signal: AbortSignal): Promise<DemoLibrary> {
    const dp = this.dpOf(server);
    if (
      dp === undefined ||
      dp.isCloud ||
      this.isNamed(this.faults().silentDps, server) ||
      (await this.isDown(dp))
    )
      throw new RemoteFileError('unreachable', `${path} could not be read: ${server} does not answer.`);
    if (this.isNamed(this.faults().closedLibraries, server))
      throw new RemoteFileError(
        'denied',
        `${path} could not be read: access is denied. Ask for rights to read the share.`,
      );
    if (signal.aborted) throw new RemoteFileError('cancelled', `Reading ${path} was cancelled.`);
    return this.act(() => this.libraries.of(dp));
  }

  private async *queryPackages(
    target: CimTarget,
    { className, properties, where = {} }: CimQuery,
    signal: AbortSignal,
  ): AsyncIterable<readonly CimProperties[]> {
    const { computer } = target;
    const isSilent = this.isNamed(this.faults().silentDps, computer);
    const library = await this.openWmi(target, className);
    const asked = Object.entries(where);
    const listed = await this.act(() =>
      library.wmi
        .all()
        .filter((one) => asked.every(([name, value]) => same(String(one[name]), String(value))))
        .map((one) => chosen(one, properties, computer)),
    );
    if (signal.aborted)
      throw new CimError('cancelled', `The request to ${computer} was cancelled; nothing was changed.`);
    const half = Math.floor(listed.length / 2);
    yield listed.slice(0, half);
    if (isSilent)
      throw new CimError(
        'unreachable',
        `${computer} stopped answering. Check that it is running, and try again.`,
      );
    yield listed.slice(half);
  }

  private async getPackage(
    target: CimTarget,
    { className, keys }: CimInstancePath,
    signal: AbortSignal,
  ): Promise<CimProperties | undefined> {
    const library = await this.openWmi(target, className);
    if (signal.aborted)
      throw new CimError('cancelled', `The request to ${target.computer} was cancelled; nothing was sent.`);
    return this.act(() => library.wmi.get(String(keys['PackageID'])));
  }

  /** @throws CimError */
  private async openWmi({ computer, namespace }: CimTarget, className: string): Promise<DemoLibrary> {
    const dp = this.dpOf(computer);
    if (dp === undefined || dp.isCloud || (await this.isDown(dp)))
      throw new CimError(
        'unreachable',
        `${computer} does not answer. Check its name and that it is running.`,
      );
    if (!same(namespace, 'root\\SCCMDP') || !same(className, packageClass))
      throw new CimError('failed', `${computer} has no class ${namespace}:${className}.`);
    return this.act(() => this.libraries.of(dp));
  }

  private isNamed(servers: readonly string[] | undefined, server: string): boolean {
    return servers?.some((name) => same(name, server)) === true;
  }

  private isDown(dp: DemoDp): Promise<boolean> {
    return this.act((now) => this.disturbances.isDown(dp, now));
  }

  private dpOf(server: string): DemoDp | undefined {
    return this.dps.find((dp) => same(dp.server, server));
  }
}

/** @throws CimError for a property that the class does not have */
const chosen = (instance: CimProperties, names: readonly string[], computer: string): CimProperties =>
  Object.fromEntries(
    names.map((name) => {
      const value = instance[name];
      if (value === undefined)
        throw new CimError('failed', `${computer}: ${packageClass} has no property ${name} (0x80041017).`);
      return [name, value];
    }),
  );
