import {
  CimError,
  type CimBrowser,
  type CimDeclaration,
  type CimInstancePath,
  type CimMethodResult,
  type CimProperties,
  type CimQuery,
  type CimTarget,
} from '../../ports/cim';
import { unknownProvider } from '../../ports/siteConnection';
import { declarationsOf, methodResultOf, propertiesOf, valueOf } from './cimAnswers';
import { askedOf, cimErrorOf } from './cimFailure';
import { Deadline } from './deadline';
import type { Json } from './envelope';
import { rowLines } from './rowLines';
import type { ShellPool } from './shellPool';

export interface WindowsCredential {
  /** `DOMAIN\name` or `name@domain` */
  readonly user: string;
  readonly password: string;
}

export interface CimOptions {
  /** Milliseconds that one operation may take on the computer it is sent to. */
  readonly operationTimeout: number;
  /** Without one: the rights of whoever runs the extension. */
  readonly credential?: WindowsCredential;
}

const propertyName = /^[A-Za-z_][A-Za-z0-9_]*$/;
const pageSize = 200;

/** WMI by PowerShell's CIM cmdlets: WinRM, or DCOM where WinRM cannot be reached. */
export class PowerShellCim implements CimBrowser {
  constructor(
    private readonly shells: ShellPool,
    private readonly options: CimOptions,
  ) {}

  async get(
    target: CimTarget,
    path: CimInstancePath,
    signal: AbortSignal,
  ): Promise<CimProperties | undefined> {
    const what = `Reading ${path.className}`;
    try {
      return await this.ask('get', target, pathData(path), what, signal, (value) =>
        propertiesOf(value, 'properties'),
      );
    } catch (error) {
      if (error instanceof CimError && error.kind === 'notFound') return undefined;
      throw error;
    }
  }

  put(
    target: CimTarget,
    path: CimInstancePath,
    properties: CimProperties,
    signal: AbortSignal,
  ): Promise<void> {
    const data = { ...pathData(path), properties: namedValues(properties) };
    return this.ask('put', target, data, `Writing ${path.className}`, signal, () => undefined);
  }

  invoke(
    target: CimTarget,
    className: string,
    method: string,
    parameters: CimProperties,
    signal: AbortSignal,
  ): Promise<CimMethodResult> {
    return this.invokeOn(target, { className, keys: {} }, method, parameters, signal);
  }

  invokeOn(
    target: CimTarget,
    path: CimInstancePath,
    method: string,
    parameters: CimProperties,
    signal: AbortSignal,
  ): Promise<CimMethodResult> {
    const data = { ...pathData(path), method, parameters: namedValues(parameters) };
    return this.ask('invoke', target, data, `${path.className}.${method}`, signal, methodResultOf);
  }

  delete(target: CimTarget, path: CimInstancePath, signal: AbortSignal): Promise<void> {
    return this.ask('delete', target, pathData(path), `Deleting ${path.className}`, signal, () => undefined);
  }

  describe(target: CimTarget, className: string, signal: AbortSignal): Promise<readonly CimDeclaration[]> {
    return this.ask('describe', target, { className }, `Class ${className}`, signal, declarationsOf);
  }

  create(
    target: CimTarget,
    className: string,
    properties: CimProperties,
    signal: AbortSignal,
  ): Promise<void> {
    const data = { className, properties: namedValues(properties) };
    return this.ask('create', target, data, `Making an instance of ${className}`, signal, () => undefined);
  }

  async *query(
    target: CimTarget,
    { className, properties, where = {} }: CimQuery,
    signal: AbortSignal,
  ): AsyncIterable<readonly CimProperties[]> {
    const what = `Reading ${className}`;
    requireComputer(target, what);
    const refused = [className, ...properties, ...Object.keys(where)].find(
      (name) => !propertyName.test(name),
    );
    if (refused !== undefined || properties.length === 0)
      throw new CimError('failed', `${what}: "${refused ?? ''}" is not the name of a class or property.`);
    const data = { className, properties, where: namedValues(where), ...this.targetData(target) };
    try {
      let page: CimProperties[] = [];
      for await (const line of rowLines(this.shells, {
        verb: 'query',
        data,
        what: askedOf(what, target),
        timeout: this.timeout,
        signal,
      })) {
        if ('columns' in line) continue;
        for (const row of line.rows)
          page.push(Object.fromEntries(properties.map((name, at) => [name, valueOf(row[at])])));
        if (page.length < pageSize) continue;
        yield page;
        page = [];
      }
      if (page.length > 0) yield page;
    } catch (error) {
      throw cimErrorOf(error, askedOf(what, target), target, false);
    }
  }

  private async ask<T>(
    verb: 'get' | 'put' | 'invoke' | 'delete' | 'describe' | 'create',
    target: CimTarget,
    data: Readonly<Record<string, Json>>,
    what: string,
    signal: AbortSignal,
    read: (value: unknown) => T,
  ): Promise<T> {
    requireComputer(target, what);
    const asked = askedOf(what, target);
    if (signal.aborted)
      throw new CimError('cancelled', `The request to ${target.computer} was cancelled; nothing was sent.`);
    const deadline = new Deadline(asked, this.timeout, signal);
    try {
      const all = { ...data, ...this.targetData(target) };
      return read(await this.shells.call({ verb, data: all, deadline }));
    } catch (error) {
      throw cimErrorOf(error, asked, target, verb !== 'get' && verb !== 'describe');
    }
  }

  /** WinRM is connected to and tried, for as long as an operation may take, then DCOM; then comes the operation. */
  private get timeout(): number {
    return 4 * this.options.operationTimeout + 5000;
  }

  private targetData({ computer, namespace }: CimTarget): Readonly<Record<string, Json>> {
    const { operationTimeout, credential } = this.options;
    return {
      computer,
      namespace,
      seconds: Math.max(1, Math.ceil(operationTimeout / 1000)),
      user: credential?.user ?? '',
      secret: credential === undefined ? '' : this.shells.seal(credential.password),
    };
  }
}

/** Windows takes a computer without a name for this one. */
const requireComputer = ({ computer, namespace }: CimTarget, what: string): void => {
  if (computer === unknownProvider)
    throw new CimError(
      'failed',
      `${what}: no computer is known for ${namespace}. Where v_Site cannot be read, name the SMS Provider as "provider" of the connection.`,
    );
};

/** As lists: names of keys and properties are data, too. */
const namedValues = (properties: CimProperties): Json =>
  Object.entries(properties).map(([name, value]) => ({ name, value }));

const pathData = ({ className, keys }: CimInstancePath): Readonly<Record<string, Json>> => ({
  className,
  keys: namedValues(keys),
});
