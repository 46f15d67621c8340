import type {
  CimBrowser,
  CimDeclaration,
  CimInstancePath,
  CimMethodResult,
  CimProperties,
  CimQuery,
  CimTarget,
} from '../../ports/cim';
import * as protocol from '../../protocol/demoSite';
import type { Endpoint } from '../../protocol/endpoint';
import type { RequestType } from '../../protocol/requestType';
import { cimErrorOf } from './remoteFailure';

/** The demo site's WMI, from the worker. */
export class RemoteCim implements CimBrowser {
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

  invokeOn(
    target: CimTarget,
    path: CimInstancePath,
    method: string,
    parameters: CimProperties,
    signal: AbortSignal,
  ): Promise<CimMethodResult> {
    return this.ask(protocol.cimInvokeOn, { target, path, method, parameters }, signal);
  }

  async delete(target: CimTarget, path: CimInstancePath, signal: AbortSignal): Promise<void> {
    await this.ask(protocol.cimDelete, { target, path }, signal);
  }

  describe(target: CimTarget, className: string, signal: AbortSignal): Promise<readonly CimDeclaration[]> {
    return this.ask(protocol.cimDescribe, { target, className }, signal);
  }

  async create(
    target: CimTarget,
    className: string,
    properties: CimProperties,
    signal: AbortSignal,
  ): Promise<void> {
    await this.ask(protocol.cimCreate, { target, className, properties }, signal);
  }

  async *query(
    target: CimTarget,
    query: CimQuery,
    signal: AbortSignal,
  ): AsyncIterable<readonly CimProperties[]> {
    yield await this.ask(protocol.cimQuery, { target, query }, signal);
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
