import {
  CimError,
  type Cim,
  type CimInstancePath,
  type CimMethodResult,
  type CimProperties,
  type CimTarget,
} from '../../../ports/cim';
import type { SiteInfo } from '../../../ports/siteConnection';
import type { DemoDp } from '../site/demoDp';
import { invokeOnDp } from './dpComputer';
import type { SmsProvider } from './smsProvider';
import type { Validations } from './validations';

/** The parts that answer. */
export interface Simulated {
  readonly info: SiteInfo;
  readonly dps: readonly DemoDp[];
  readonly provider: SmsProvider;
  readonly validations: Validations;
}

/** Does something at the site, when everything due before has happened. */
export type Act = <T>(what: (now: number) => T) => Promise<T>;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** WMI of the demo site: the SMS Provider on the site server, and the DPs. */
export class DemoCim implements Cim {
  constructor(
    private readonly site: Simulated,
    private readonly act: Act,
  ) {}

  get(target: CimTarget, path: CimInstancePath, signal: AbortSignal): Promise<CimProperties | undefined> {
    return this.ask(target, signal, () => this.providerOf(target).get(path));
  }

  put(
    target: CimTarget,
    path: CimInstancePath,
    properties: CimProperties,
    signal: AbortSignal,
  ): Promise<void> {
    return this.ask(target, signal, (now) => this.providerOf(target).put(now, path, properties));
  }

  invoke(
    target: CimTarget,
    className: string,
    method: string,
    parameters: CimProperties,
    signal: AbortSignal,
  ): Promise<CimMethodResult> {
    return this.ask(target, signal, (now) => {
      if (!same(target.namespace, 'root\\cimv2'))
        return this.providerOf(target).invoke(now, className, method, parameters);
      const dp = this.site.dps.find(({ server }) => same(server, target.computer));
      if (dp === undefined || dp.isCloud) throw unreachable(target);
      const { provider, validations } = this.site;
      return invokeOnDp(dp, className, method, parameters, () =>
        validations.run(now, dp, () => provider.targetedTo(dp)),
      );
    });
  }

  private ask<T>(target: CimTarget, signal: AbortSignal, answer: (now: number) => T): Promise<T> {
    return this.act((now) => {
      if (signal.aborted)
        throw new CimError('cancelled', `The request to ${target.computer} was cancelled; nothing was sent.`);
      return answer(now);
    });
  }

  private providerOf(target: CimTarget): SmsProvider {
    const { computer, namespace } = this.site.info.provider;
    if (!same(target.computer, computer)) throw unreachable(target);
    if (!same(target.namespace, namespace))
      throw new CimError('failed', `${target.computer} has no namespace ${target.namespace}.`);
    return this.site.provider;
  }
}

const unreachable = ({ computer }: CimTarget): CimError =>
  new CimError('unreachable', `${computer} does not answer. Check its name and that it is running.`);
