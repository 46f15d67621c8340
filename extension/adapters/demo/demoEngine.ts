import { generateSite, type GeneratedSite } from './generateSite';
import type { Faults } from './faults';
import { Agenda } from './provider/agenda';
import { DemoCim } from './provider/demoCim';
import { SiteEvents, type SiteChange } from './provider/siteEvents';
import { SmsProvider } from './provider/smsProvider';
import { Transfers } from './provider/transfers';
import { Validations } from './provider/validations';
import type { SiteClock } from './siteClock';
import type { SiteOptions } from './site/siteModel';
import { SqlExecutor } from './sqlExecutor';
import { Turns } from './turns';

/** What a host shows of the site, and where to send requests. */
export interface DemoSiteInfo {
  readonly siteCode: string;
  readonly siteName: string;
  /** FQDN. */
  readonly siteServer: string;
  /** Computer that the SMS Provider runs on. */
  readonly providerComputer: string;
  readonly release: SiteOptions['release'];
}

/** The demo site: a generated database, and a site that goes on living in simulated time. */
export class DemoEngine {
  readonly database: SqlExecutor;
  readonly cim: DemoCim;
  readonly info: DemoSiteInfo;
  private readonly turns = new Turns();
  private readonly agenda = new Agenda();
  private readonly events: SiteEvents;

  private constructor(
    readonly site: GeneratedSite,
    private readonly clock: SiteClock,
    faults: Faults,
    private readonly onChange: (change: SiteChange) => void,
  ) {
    const { model } = site;
    this.events = new SiteEvents(site);
    const transfers = new Transfers(this.events, this.agenda);
    const validations = new Validations(this.events, this.agenda);
    const provider = new SmsProvider(this.events, transfers, validations);
    transfers.resume(model.options.now, (packageId, nalPath) => provider.pairOf(packageId, nalPath));
    this.database = new SqlExecutor(site.database, faults, this.turns);
    const { dps, siteServer, siteCode, siteName } = model;
    this.cim = new DemoCim({ siteServer, siteCode, dps, provider, validations }, (what) => this.act(what));
    const { release } = model.options;
    this.info = { siteCode, siteName, siteServer, providerComputer: siteServer, release };
  }

  /** @param onChange told after rows were written */
  static async open(
    options: SiteOptions,
    clock: SiteClock,
    faults: Faults,
    onChange: (change: SiteChange) => void,
  ): Promise<DemoEngine> {
    return new DemoEngine(await generateSite(options), clock, faults, onChange);
  }

  /** Nothing more is going to happen by itself. */
  get isIdle(): boolean {
    return this.agenda.isEmpty;
  }

  /** Lets everything happen that is due by now. */
  settle(): Promise<void> {
    return this.act(() => undefined);
  }

  close(): void {
    this.site.messages.close();
    this.site.database.close();
  }

  private act<T>(what: (now: number) => T): Promise<T> {
    return this.turns.take(() => {
      const now = this.clock.now();
      try {
        this.agenda.settle(now);
        return what(now);
      } finally {
        const change = this.events.takeChange();
        if (change !== undefined) this.onChange(change);
      }
    });
  }
}
