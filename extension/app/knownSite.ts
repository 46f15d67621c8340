import { PairLists } from './pairLists';
import { SiteSession, type OpenSite } from './siteSession';

/** How a site is connected to. */
export interface SiteOpener {
  /** Throws an Error that names the cause and the next step. */
  open(signal: AbortSignal): Promise<OpenSite>;
  /** Called before the user has the site read again. */
  refreshing?(): void;
}

/** A site that a window knows of, connected or not: the demo site, or one of the settings. */
export class KnownSite {
  readonly session = new SiteSession();
  /** The pairs of its DPs and packages, as far as lists of them were asked for. */
  readonly pairs = new PairLists(
    async (scope) => (await import('./listPairs.js')).listPairs(this.session, scope),
    (error) => this.session.report(error),
  );

  constructor(
    /** Stays the same for the same site over reloads of the window. */
    readonly key: string,
    readonly name: string,
    /** It stands in the settings, and is shown while it is not connected too. */
    readonly isConfigured: boolean,
    private readonly opener: SiteOpener,
  ) {}

  connect(): Promise<void> {
    return this.session.connect((signal) => this.opener.open(signal));
  }

  /** Reads the site again; while it is not connected, connects. */
  async refresh(): Promise<void> {
    if (this.session.site === undefined) return this.connect();
    this.opener.refreshing?.();
    await this.session.refresh();
  }
}
