import type { Cim, CimInstancePath, CimMethodResult, CimProperties, CimTarget } from '../../ports/cim';
import * as protocol from '../../protocol/demoSite';
import type { Endpoint } from '../../protocol/endpoint';
import type { RequestType } from '../../protocol/requestType';
import { cimErrorOf } from './remoteFailure';

/** The demo site's WMI, from the worker. */
export class RemoteCim implements Cim {
  constructor(private readonly endpoint: Endpoint) {}

  get(target: CimTarget, path: CimInstancePath, signal: AbortSignal): Promise<CimProperties | undefined> {
    return this.ask(protocol.cimGet, { target, path }, signal);
  }

  async put(
    target: CimTarget,
    path: CimInstancePath,
    properties: CimProperties,
    signal: AbortSignal,
  ): Promise<void> {
    await this.ask(protocol.cimPut, { target, path, properties }, signal);
  }

  invoke(
    target: CimTarget,
    className: string,
    method: string,
    parameters: CimProperties,
    signal: AbortSignal,
  ): Promise<CimMethodResult> {
    return this.ask(protocol.cimInvoke, { target, className, method, parameters }, signal);
  }

  private async ask<P extends { readonly target: CimTarget }, R>(
    type: RequestType<P, R>,
    params: P,
    signal: AbortSignal,
  ): Promise<R> {
    try {
      return await this.endpoint.request(type, params, signal);
    } catch (error) {
      throw cimErrorOf(error, params.target.computer);
    }
  }
}
