import type { FindingsScope } from '../../ports/findings';
import type { SiteConnection, SiteInfo } from '../../ports/siteConnection';
import type { DemoSiteOptions, RunningPace } from '../../protocol/demoSite';
import { generateSite, type GeneratedSite } from './generateSite';
import { Agenda } from './provider/agenda';
import { DemoCim } from './provider/demoCim';
import { DemoComputers } from './provider/demoComputers';
import { DpLists } from './provider/dpLists';
import { SiteEvents } from './provider/siteEvents';
import { SmsProvider } from './provider/smsProvider';
import { Transfers } from './provider/transfers';
import { Validations } from './provider/validations';
import { SiteClock } from './siteClock';
import { SqlExecutor } from './sqlExecutor';
import { Turns } from './turns';

/** Wall-clock milliseconds between two looks at what is due. */
const tick = 250;

type Listener = (changed: readonly FindingsScope[]) => void;

/**
 * The demo site: a generated database and what goes on at the site in simulated time. All of it is synchronous
 * work on the caller's thread; a window talks to it through DemoSiteClient.
 */
export class DemoEngine implements SiteConnection {
  readonly info: SiteInfo;
  readonly database: SqlExecutor;
  readonly cim: DemoCim;
  readonly computers: DemoComputers;
  readonly clock: SiteClock;
  readonly pace: RunningPace;
  private readonly turns = new Turns();
  private readonly agenda = new Agenda();
  private readonly events: SiteEvents;
  private readonly listeners = new Set<Listener>();
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    readonly site: GeneratedSite,
    { pace, faults }: DemoSiteOptions,
  ) {
    const { dps, siteServer, siteCode, siteName, options } = site.model;
    this.info = {
      siteCode,
      siteName,
      provider: { computer: siteServer, namespace: `root\\SMS\\site_${siteCode}` },
    };
    this.pace = { ...pace, startedAt: Date.now() };
    this.clock = new SiteClock(this.pace);
    this.events = new SiteEvents(site);
    const transfers = new Transfers(this.events, this.agenda);
    const validations = new Validations(this.events, this.agenda);
    const provider = new SmsProvider(this.events, transfers, validations);
    this.database = new SqlExecutor(site.database, faults, this.turns);
    this.cim = new DemoCim({ info: this.info, dps, provider, validations }, (what) => this.act(what));
    this.computers = new DemoComputers(
      dps,
      new DpLists(this.events, provider),
      (what) => this.act(what),
      () => this.database.faults,
    );
    transfers.resume(options.now, (packageId, nalPath) => provider.pairOf(packageId, nalPath));
    this.watch();
  }

  /** Generates the site: `small` takes half a second, `medium` ten seconds and 250 MB. */
  static async open(options: DemoSiteOptions): Promise<DemoEngine> {
    const { size, seed, release, pace } = options;
    return new DemoEngine(await generateSite({ size, seed, release, now: pace.base }), options);
  }

  onDidChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Lets the site's time jump, and everything happen that is due then. */
  advance(milliseconds: number): Promise<void> {
    this.clock.advance(milliseconds);
    return this.act(() => undefined);
  }

  async close(): Promise<void> {
    await this.turns.take(() => {
      clearTimeout(this.timer);
      this.listeners.clear();
      this.site.messages.close();
      this.site.database.close();
    });
  }

  /** Does something at the site, when everything due before has happened. */
  private act<T>(what: (now: number) => T): Promise<T> {
    return this.turns.take(() => {
      const now = this.clock.now();
      try {
        this.agenda.settle(now);
        return what(now);
      } finally {
        const changes = this.events.takeChanges();
        if (changes.length > 0) for (const listener of this.listeners) listener(changes);
        this.watch();
      }
    });
  }

  /** Looks again when the next thing is due; keeps no process alive. */
  private watch(): void {
    const { next } = this.agenda;
    const wait = next === undefined ? undefined : this.clock.wallTimeUntil(next);
    clearTimeout(this.timer);
    if (wait === undefined) return;
    this.timer = setTimeout(() => void this.act(() => undefined), Math.max(tick, wait));
    this.timer.unref();
  }
}
