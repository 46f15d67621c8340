import { CimError, type CimProperties, type CimQuery, type CimTarget } from '../../../ports/cim';
import { RemoteFileError, type RemoteBytes, type RemoteEntry } from '../../../ports/remoteFiles';
import type { Computers } from '../../../ports/siteConnection';
import type { Faults } from '../../../protocol/demoSite';
import type { DemoDp } from '../site/demoDp';
import type { Act } from './demoCim';
import type { Disturbances } from './disturbances';
import { dpInstances } from './dpInstances';
import type { DpLists } from './dpLists';
import type { Validations } from './validations';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The DPs of the demo site, as one looks into them: root\SCCMDP and the content library. */
export class DemoComputers implements Computers {
  constructor(
    private readonly dps: readonly DemoDp[],
    private readonly lists: DpLists,
    private readonly act: Act,
    /** Of this moment. */
    private readonly faults: () => Faults,
    private readonly disturbances: Disturbances,
    private readonly validations: Validations,
  ) {}

  readonly wmi = {
    query: (
      target: CimTarget,
      query: CimQuery,
      signal: AbortSignal,
    ): AsyncIterable<readonly CimProperties[]> => this.queryPackages(target, query, signal),
  };

  files(root: string): ReturnType<Computers['files']> {
    return {
      root,
      list: (folder, signal) => this.list(root, folder, signal),
      read: (file, from, length, signal) => this.read(root, file, from, length, signal),
    };
  }

  private async *queryPackages(
    target: CimTarget,
    query: CimQuery,
    signal: AbortSignal,
  ): AsyncIterable<readonly CimProperties[]> {
    const { computer, namespace } = target;
    const { className } = query;
    const dp = this.dpOf(computer);
    const isSilent = this.faults().silentDps?.some((name) => same(name, computer)) === true;
    if (dp === undefined || dp.isCloud || (await this.isDown(dp)))
      throw new CimError(
        'unreachable',
        `${computer} does not answer. Check its name and that it is running.`,
      );
    const instances = isSilent
      ? undefined
      : await this.act((now) => dpInstances(dp, target, query, this.validations, now));
    if (instances !== undefined) {
      yield instances;
      return;
    }
    if (!same(namespace, 'root\\SCCMDP') || !same(className, 'SMS_PackagesInContLib'))
      throw new CimError('failed', `${computer} has no class ${namespace}:${className}.`);
    const listed = await this.act(() => this.lists.wmi(dp));
    if (signal.aborted)
      throw new CimError('cancelled', `The request to ${computer} was cancelled; nothing was changed.`);
    const half = Math.floor(listed.length / 2);
    yield listed.slice(0, half).map((PackageID) => ({ PackageID }));
    if (isSilent)
      throw new CimError(
        'unreachable',
        `${computer} stopped answering. Check that it is running, and try again.`,
      );
    yield listed.slice(half).map((PackageID) => ({ PackageID }));
  }

  private async list(root: string, folder: string, signal: AbortSignal): Promise<readonly RemoteEntry[]> {
    const path = `${root}\\${folder}`;
    const { dp, share } = await this.reached(root, path);
    const isLibrary = same(share, 'SCCMContentLib$') || same(share, `${dp.drive}$\\SCCMContentLib`);
    if (!isLibrary || !same(folder, 'PkgLib'))
      throw new RemoteFileError('notFound', `${path} could not be listed: it is not there.`);
    const listed = await this.act(() => this.lists.pkgLib(dp));
    if (signal.aborted) throw new RemoteFileError('cancelled', `Listing ${path} was cancelled.`);
    return listed.map((packageId): RemoteEntry => ({
      name: `${packageId}.INI`,
      kind: 'file',
      size: 60,
      modified: 0,
    }));
  }

  /** smsdpmon.log, by the share of the folder or of its drive. */
  private async read(
    root: string,
    file: string,
    from: number,
    length: number,
    signal: AbortSignal,
  ): Promise<RemoteBytes> {
    const path = `${root}\\${file}`;
    const { dp, share } = await this.reached(root, path);
    const isLog =
      (same(share, 'SMS_DP$') && same(file, 'sms\\logs\\smsdpmon.log')) ||
      (same(share, `${dp.drive}$`) && same(file, 'SMS_DP$\\sms\\logs\\smsdpmon.log'));
    if (!isLog) throw new RemoteFileError('notFound', `${path} could not be read: it is not there.`);
    const read = await this.act(() => this.validations.logs.read(dp, from, length));
    if (signal.aborted) throw new RemoteFileError('cancelled', `Reading ${path} was cancelled.`);
    return read;
  }

  /** @throws RemoteFileError for a DP that does not answer, or does not let anybody in */
  private async reached(
    root: string,
    path: string,
  ): Promise<{ readonly dp: DemoDp; readonly share: string }> {
    const [, server = '', share = ''] = /^\\\\([^\\]+)\\(.+)$/.exec(root) ?? [];
    const dp = this.dpOf(server);
    if (
      dp === undefined ||
      dp.isCloud ||
      this.faults().silentDps?.some((name) => same(name, server)) === true ||
      (await this.isDown(dp))
    )
      throw new RemoteFileError('unreachable', `${path} could not be read: ${server} does not answer.`);
    if (this.faults().closedLibraries?.some((name) => same(name, server)) === true)
      throw new RemoteFileError(
        'denied',
        `${path} could not be read: access is denied. Ask for rights to read the share.`,
      );
    return { dp, share };
  }

  private isDown(dp: DemoDp): Promise<boolean> {
    return this.act((now) => this.disturbances.isDown(dp, now));
  }

  private dpOf(server: string): DemoDp | undefined {
    return this.dps.find((dp) => same(dp.server, server));
  }
}
