import {
  CimError,
  type CimBrowser,
  type CimInstancePath,
  type CimMethodResult,
  type CimProperties,
  type CimQuery,
  type CimTarget,
} from '../../../ports/cim';
import type { AskedRequest } from '../../../protocol/askedRequest';
import type { SiteInfo } from '../../../ports/siteConnection';
import type { DemoDp } from '../site/demoDp';
import { invokeOnDp } from './dpComputer';
import type { Simulation } from './simulation';

/** Does something at the site, when everything due before has happened. */
export type Act = <T>(what: (now: number) => T) => Promise<T>;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

type Asked = Pick<AskedRequest, 'verb' | 'className' | 'method' | 'keys' | 'given'>;

const isWrite = ({ verb }: Asked): boolean => verb !== 'get' && verb !== 'query';

/** WMI of the demo site: the SMS Provider on the site server, and the DPs. */
export class DemoCim implements CimBrowser {
  constructor(
    private readonly info: SiteInfo,
    private readonly dps: readonly DemoDp[],
    private readonly site: Simulation,
    /** The DPs' own namespaces. */
    private readonly computers: Pick<CimBrowser, 'query' | 'get'>,
    private readonly act: Act,
  ) {}

  get(target: CimTarget, path: CimInstancePath, signal: AbortSignal): Promise<CimProperties | undefined> {
    if (!this.isProvider(target)) return this.computers.get(target, path, signal);
    const asked: Asked = { ...path, verb: 'get', method: '', given: {} };
    return this.ask(target, asked, signal, () => this.site.provider.rows.get(path));
  }

  put(target: CimTarget, path: CimInstancePath, given: CimProperties, signal: AbortSignal): Promise<void> {
    const asked: Asked = { ...path, verb: 'put', method: '', given };
    return this.ask(target, asked, signal, (now) => this.site.provider.put(now, path, given));
  }

  invoke(
    target: CimTarget,
    className: string,
    method: string,
    given: CimProperties,
    signal: AbortSignal,
  ): Promise<CimMethodResult> {
    const asked: Asked = { verb: 'invoke', className, method, keys: {}, given };
    return this.ask(target, asked, signal, (now) => {
      const { provider, validations, targets } = this.site;
      if (this.isProvider(target)) return provider.invoke(now, className, method, given);
      const dp = this.dpAt(target, now);
      return invokeOnDp(dp, className, method, given, () => validations.run(now, dp, () => targets.to(dp)));
    });
  }

  invokeOn(
    target: CimTarget,
    path: CimInstancePath,
    method: string,
    given: CimProperties,
    signal: AbortSignal,
  ): Promise<CimMethodResult> {
    const asked: Asked = { ...path, verb: 'invokeOn', method, given };
    return this.ask(target, asked, signal, (now) => this.site.provider.invokeOn(now, path, method, given));
  }

  delete(target: CimTarget, path: CimInstancePath, signal: AbortSignal): Promise<void> {
    const asked: Asked = { ...path, verb: 'delete', method: '', given: {} };
    return this.ask(target, asked, signal, (now) => this.site.provider.delete(now, path));
  }

  async *query(
    target: CimTarget,
    query: CimQuery,
    signal: AbortSignal,
  ): AsyncIterable<readonly CimProperties[]> {
    if (!this.isProvider(target)) {
      yield* this.computers.query(target, query, signal);
      return;
    }
    const { className, where = {} } = query;
    const asked: Asked = { verb: 'query', className, method: '', keys: {}, given: where };
    yield* await this.ask(target, asked, signal, () => [...this.site.provider.rows.query(query)]);
  }

  private async ask<T>(
    target: CimTarget,
    asked: Asked,
    signal: AbortSignal,
    answer: (now: number) => T,
  ): Promise<T> {
    const { delay } = this.site.disturbances;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    return this.act((now) => {
      if (signal.aborted)
        throw new CimError('cancelled', `The request to ${target.computer} was cancelled; nothing was sent.`);
      return this.site.log.take(now, target.computer, asked, () => {
        this.check(target, asked, now);
        const answered = answer(now);
        const isLost = this.isProvider(target) && isWrite(asked) && this.site.disturbances.written();
        return { answered, isLost };
      });
    });
  }

  /** @throws CimError for who does not answer, and for what is to go wrong */
  private check(target: CimTarget, asked: Asked, now: number): void {
    if (this.isProvider(target)) this.site.disturbances.before(isWrite(asked));
    else if (asked.verb !== 'invoke' || !same(target.namespace, 'root\\cimv2')) {
      this.dpAt(target, now);
      throw new CimError('failed', `${target.computer} has no namespace ${target.namespace}.`);
    }
  }

  private isProvider({ computer, namespace }: CimTarget): boolean {
    const { provider } = this.info;
    return same(computer, provider.computer) && same(namespace, provider.namespace);
  }

  private dpAt({ computer }: CimTarget, now: number): DemoDp {
    const dp = this.dps.find(({ server }) => same(server, computer));
    if (dp === undefined || dp.isCloud || this.site.disturbances.isDown(dp, now))
      throw new CimError(
        'unreachable',
        `${computer} does not answer. Check its name and that it is running.`,
      );
    return dp;
  }
}
