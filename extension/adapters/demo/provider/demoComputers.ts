import {
  CimError,
  type CimDeclaration,
  type CimInstancePath,
  type CimProperties,
  type CimQuery,
  type CimTarget,
} from '../../../ports/cim';
import { RemoteFileError, type RemoteBytes } from '../../../ports/remoteFiles';
import type { Computers, DpWriter } from '../../../ports/siteConnection';
import type { Faults } from '../../../protocol/demoSite';
import type { DemoLibraries } from '../library/demoLibraries';
import type { DemoLibrary } from '../library/demoLibrary';
import { shareFiles } from '../library/shareFiles';
import type { DemoDp } from '../site/demoDp';
import type { Act } from './demoCim';
import type { Disturbances } from './disturbances';
import { dpInstances } from './dpInstances';
import type { Validations } from './validations';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The class of a DP's root\SCCMDP that the demo site has, and its key. */
const packageClass = 'SMS_PackagesInContLib';

const packageDeclarations: readonly CimDeclaration[] = [
  { name: 'PackageID', type: 'String', isKey: true },
  { name: 'PackageVersion', type: 'UInt32', isKey: false },
];
const noProperties: CimProperties = Object.fromEntries(packageDeclarations.map(({ name }) => [name, null]));

/** The DPs of the demo site, as one looks into them: root\SCCMDP and the content library. */
export class DemoComputers implements Computers, DpWriter {
  constructor(
    private readonly dps: readonly DemoDp[],
    private readonly libraries: DemoLibraries,
    private readonly act: Act,
    /** Of this moment. */
    private readonly faults: () => Faults,
    private readonly disturbances: Disturbances,
    private readonly validations: Validations,
  ) {}

  readonly wmi: Computers['wmi'] & DpWriter['wmi'] = {
    query: (target, query, signal) => this.queryPackages(target, query, signal),
    get: (target, path, signal) => this.getPackage(target, path, signal),
    describe: async (target, className) => {
      await this.openWmi(target, className);
      return packageDeclarations;
    },
    create: (target, className, properties) =>
      this.change(target, className, ({ wmi }) => wmi.create({ ...noProperties, ...properties })),
    delete: (target, { className, keys }) =>
      this.change(target, className, ({ wmi }) => wmi.delete(String(keys['PackageID']))),
  };

  files(root: string): ReturnType<typeof shareFiles> {
    const [, server = '', share = ''] = /^\\\\([^\\]+)\\(.+)$/.exec(root) ?? [];
    const inLibrary = shareFiles(root, share, {
      library: async (path, asked) => {
        const dp = await this.reached(server, path, asked);
        return this.act(() => this.libraries.of(dp));
      },
      denied: () => this.faults().deniedFiles ?? [],
      now: () => this.act((now) => now),
    });
    const isLog = (file: string): boolean =>
      /^(?:SMS_DP\$|[a-z]\$\\SMS_DP\$)\\sms\\logs\\smsdpmon\.log$/i.test(`${share}\\${file}`);
    return {
      ...inLibrary,
      read: (file, from, length, signal) =>
        isLog(file)
          ? this.readLog(server, `${root}\\${file}`, from, length, signal)
          : inLibrary.read(file, from, length, signal),
    };
  }

  /**
   * The DP, at a moment at which everything due before has happened.
   * @throws RemoteFileError where it does not answer, or does not let anybody in
   */
  private async reached(server: string, path: string, signal: AbortSignal): Promise<DemoDp> {
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
    return dp;
  }

  private async readLog(
    server: string,
    path: string,
    from: number,
    length: number,
    signal: AbortSignal,
  ): Promise<RemoteBytes> {
    const dp = await this.reached(server, path, signal);
    return this.act(() => this.validations.logs.read(dp, from, length));
  }

  private async *queryPackages(
    target: CimTarget,
    query: CimQuery,
    signal: AbortSignal,
  ): AsyncIterable<readonly CimProperties[]> {
    const { computer } = target;
    const { className, properties, where = {} } = query;
    const isSilent = this.isNamed(this.faults().silentDps, computer);
    const ofWindows = isSilent ? undefined : await this.windowsInstances(target, query);
    if (ofWindows !== undefined) {
      yield ofWindows;
      return;
    }
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

  /** undefined: no class of Windows that the demo site has. */
  private async windowsInstances(
    target: CimTarget,
    query: CimQuery,
  ): Promise<readonly CimProperties[] | undefined> {
    const dp = this.dpOf(target.computer);
    if (dp === undefined || dp.isCloud || (await this.isDown(dp))) return undefined;
    return this.act((now) => dpInstances(dp, target, query, this.validations, now));
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

  private async change(
    target: CimTarget,
    className: string,
    how: (library: DemoLibrary) => void,
  ): Promise<void> {
    const library = await this.openWmi(target, className);
    if (this.isNamed(this.faults().silentDps, target.computer))
      throw new CimError('unreachable', `${target.computer} stopped answering. Check that it is running.`);
    await this.act(() => how(library));
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
