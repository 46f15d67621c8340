import type { FindingsScope } from '../../ports/findings';
import type { SiteConnection, SiteInfo } from '../../ports/siteConnection';
import type { AskedRequest } from '../../protocol/askedRequest';
import type { DemoSiteOptions, Faults } from '../../protocol/demoSite';
import type { DemoLibraries } from './library/demoLibraries';
import { generateSite, type GeneratedSite } from './generateSite';
import { DemoCim, type Act } from './provider/demoCim';
import { DemoComputers } from './provider/demoComputers';
import { Simulation } from './provider/simulation';
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
  private readonly turns = new Turns();
  private readonly simulation: Simulation;
  private readonly listeners = new Set<Listener>();
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    readonly site: GeneratedSite,
    { pace, faults }: DemoSiteOptions,
  ) {
    const { dps, siteServer, siteCode, siteName } = site.model;
    this.info = {
      siteCode,
      siteName,
      provider: { computer: siteServer, namespace: `root\\SMS\\site_${siteCode}` },
    };
    this.clock = new SiteClock({ ...pace, startedAt: Date.now() });
    const simulation = (this.simulation = new Simulation(site, faults));
    const act: Act = (what) => this.act(what);
    this.database = new SqlExecutor(site.database, faults, this.turns);
    this.computers = new DemoComputers(
      dps,
      simulation.libraries,
      act,
      () => this.database.faults,
      simulation.disturbances,
    );
    this.cim = new DemoCim(this.info, dps, simulation, this.computers.wmi, act);
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

  /** What lies on the DPs. */
  get libraries(): DemoLibraries {
    return this.simulation.libraries;
  }

  /** What WMI was asked, oldest first. */
  get requests(): readonly AskedRequest[] {
    return this.simulation.log.requests;
  }

  /** What goes wrong from now on. */
  changeFaults(faults: Faults): void {
    this.database.faults = faults;
    this.simulation.disturbances.change(faults, this.clock.now());
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
        this.simulation.agenda.settle(now);
        return what(now);
      } finally {
        const changes = this.simulation.events.takeChanges();
        if (changes.length > 0) for (const listener of this.listeners) listener(changes);
        this.watch();
      }
    });
  }

  /** Looks again when the next thing is due; keeps no process alive. */
  private watch(): void {
    const { next } = this.simulation.agenda;
    const wait = next === undefined ? undefined : this.clock.wallTimeUntil(next);
    clearTimeout(this.timer);
    if (wait === undefined) return;
    this.timer = setTimeout(() => void this.act(() => undefined), Math.max(tick, wait));
    this.timer.unref();
  }
}
