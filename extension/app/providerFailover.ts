import { CimError, type Cim, type CimTarget } from '../ports/cim';

/**
 * The SMS Provider of a site, or another one that the site has when it cannot be reached. Other computers are
 * asked as they are named.
 */
export class ProviderFailover implements Cim {
  private working: string | undefined;

  constructor(
    private readonly cim: Cim,
    private readonly provider: CimTarget,
    /** The computers with an SMS Provider of this site. */
    private readonly providers: (signal: AbortSignal) => Promise<readonly string[]>,
  ) {}

  get: Cim['get'] = (target, path, signal) =>
    this.reaching(target, signal, (there) => this.cim.get(there, path, signal));

  put: Cim['put'] = (target, path, properties, signal) =>
    this.reaching(target, signal, (there) => this.cim.put(there, path, properties, signal));

  invoke: Cim['invoke'] = (target, className, method, parameters, signal) =>
    this.reaching(target, signal, (there) => this.cim.invoke(there, className, method, parameters, signal));

  /** `unreachable` says that nothing was sent, so that asking another provider cannot do anything twice. */
  private async reaching<T>(
    target: CimTarget,
    signal: AbortSignal,
    ask: (target: CimTarget) => Promise<T>,
  ): Promise<T> {
    if (target.computer !== this.provider.computer || target.namespace !== this.provider.namespace)
      return ask(target);
    const first = this.working ?? this.provider.computer;
    try {
      return await ask({ ...target, computer: first });
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      for (const computer of await this.others(first, signal)) {
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
