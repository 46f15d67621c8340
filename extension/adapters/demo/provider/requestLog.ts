import { CimError, type CimProperties } from '../../../ports/cim';
import type { AskedPair, AskedRequest } from '../../../protocol/askedRequest';
import type { DemoPackage } from '../site/demoPackage';
import type { PackageUpdates } from './packageUpdates';
import { isPackageClass } from './providerClasses';
import type { ProviderRows } from './providerRows';
import type { Pair, SiteEvents } from './siteEvents';
import type { Targets } from './targets';
import type { Transfers } from './transfers';

/** So many are kept; a window that shows the demo site for days asks a lot. */
const kept = 200_000;

/** PkgFlags: the package needs no DP. */
const needsNoDp = 0x10000000;

type Asked = Pick<AskedRequest, 'verb' | 'className' | 'method' | 'keys' | 'given'>;

const isEmpty = ({ contents, sourceFlag, flags }: DemoPackage): boolean =>
  contents.every((bytes) => bytes === 0) || sourceFlag === 1 || (flags & needsNoDp) !== 0;

/** What WMI of the site was asked, and how what it was about stood at that moment. */
export class RequestLog {
  private readonly entries: AskedRequest[] = [];

  constructor(
    private readonly events: SiteEvents,
    private readonly targets: Targets,
    private readonly transfers: Transfers,
    private readonly updates: PackageUpdates,
    private readonly rows: ProviderRows,
  ) {}

  /** Oldest first. */
  get requests(): readonly AskedRequest[] {
    return this.entries;
  }

  /** Carries a request out and keeps how it was answered. @throws what `answer` throws, and CimError when it is lost */
  take<T>(
    time: number,
    computer: string,
    asked: Asked,
    answer: () => { readonly answered: T; readonly isLost: boolean },
  ): T {
    const pairs = this.pairsOf(asked).map((pair) => this.stateOf(pair));
    const hit = this.hitBy(asked, pairs);
    const add = (how: AskedRequest['answer']): void => {
      this.entries.push({ ...asked, time, computer, pairs, hit, answer: how });
      if (this.entries.length > kept) this.entries.splice(0, kept / 10);
    };
    try {
      const { answered, isLost } = answer();
      add(isLost ? 'lost' : 'done');
      if (!isLost) return answered;
    } catch (error) {
      add(error instanceof CimError ? error.kind : 'failed');
      throw error;
    }
    throw new CimError('failed', `${computer} did not answer in time (0x800706BA, RPC server unavailable).`);
  }

  /** Instances that a write names: a pair's own, or one package, whatever happens to its DPs then. */
  private hitBy({ verb, className, keys }: Asked, pairs: readonly AskedPair[]): number {
    if (verb === 'get' || verb === 'query') return 0;
    if (verb === 'invoke') return pairs.filter(({ target }) => target !== undefined).length;
    return this.rows.has({ className, keys }) ? 1 : 0;
  }

  private pairsOf({ verb, className, keys, method, given }: Asked): readonly Pair[] {
    if (verb === 'get' || verb === 'query') return [];
    const at = (packageId: unknown, nalPath: unknown): readonly Pair[] =>
      [this.targets.pairOf(String(packageId), String(nalPath))].filter((pair) => pair !== undefined);
    if (!isPackageClass(className)) {
      const { PackageID = given['PackageId'], ServerNALPath = given['NALPath'] } = keys;
      return at(PackageID, ServerNALPath);
    }
    const what = this.targets.packageOf(String(keys['PackageID']));
    if (what === undefined || method === 'RefreshPkgSource') return what ? this.targets.of(what) : [];
    return textsOf(given['NALPath']).flatMap((path) => at(what.packageId, path));
  }

  private stateOf(pair: Pair): AskedPair {
    const { dp, what } = pair;
    return {
      packageId: what.packageId,
      dp: dp.key,
      target: this.targets.statusOf(pair),
      state: this.events.stateOf(pair),
      hasOpenJob: this.transfers.hasOpenJob(pair),
      packageExists: what.exists,
      isEmpty: isEmpty(what),
      actionInProgress: this.updates.actionOf(what),
    };
  }
}

const textsOf = (value: CimProperties[string] | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];
