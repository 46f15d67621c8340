import { CimError, type CimTarget, type CimWriter } from '../ports/cim';

/**
 * The SMS Provider of a site, or another one that the site has when it cannot be reached. Only reads look for
 * another one: a write that got no answer may have been carried out. It goes where the last read was answered;
 * each is preceded by one. Other computers are asked as they are named.
 */
export class ProviderFailover implements CimWriter {
  private working: string | undefined;

  constructor(
    private readonly cim: CimWriter,
    private readonly provider: CimTarget,
    /** The computers with an SMS Provider of this site. */
    private readonly providers: (signal: AbortSignal) => Promise<readonly string[]>,
  ) {}

  get: CimWriter['get'] = (target, path, signal) =>
    this.reaching(target, signal, (there) => this.cim.get(there, path, signal));

  put: CimWriter['put'] = (target, path, properties, signal) =>
    this.cim.put(this.answering(target), path, properties, signal);

  invoke: CimWriter['invoke'] = (target, className, method, parameters, signal) =>
    this.cim.invoke(this.answering(target), className, method, parameters, signal);

  invokeOn: CimWriter['invokeOn'] = (target, path, method, parameters, signal) =>
    this.cim.invokeOn(this.answering(target), path, method, parameters, signal);

  delete: CimWriter['delete'] = (target, path, signal) =>
    this.cim.delete(this.answering(target), path, signal);

  private isProvider(target: CimTarget): boolean {
    return target.computer === this.provider.computer && target.namespace === this.provider.namespace;
  }

  private answering(target: CimTarget): CimTarget {
    return this.isProvider(target) ? { ...target, computer: this.working ?? target.computer } : target;
  }

  private async reaching<T>(
    target: CimTarget,
    signal: AbortSignal,
    ask: (target: CimTarget) => Promise<T>,
  ): Promise<T> {
    const first = this.answering(target);
    try {
      return await ask(first);
    } catch (error) {
      if (!this.isProvider(target) || !isUnreachable(error)) throw error;
      for (const computer of await this.others(first.computer, signal)) {
        try {
          const answer = await ask({ ...target, computer });
          this.working = computer;
          return answer;
        } catch (next) {
          if (!isUnreachable(next)) throw next;
        }
      }
      throw error;
    }
  }

  /** Providers not tried yet; none when their list cannot be read either. */
  private async others(tried: string, signal: AbortSignal): Promise<readonly string[]> {
    const known = await this.providers(signal).catch((): readonly string[] => []);
    const all = [this.provider.computer, ...known];
    const isTried = (computer: string): boolean => computer.toLowerCase() === tried.toLowerCase();
    return [...new Set(all)].filter((computer) => !isTried(computer));
  }
}

const isUnreachable = (error: unknown): boolean => error instanceof CimError && error.kind === 'unreachable';
