import type { Faults } from '../../../protocol/demoSite';
import type { GeneratedSite } from '../generateSite';
import { DemoLibraries } from '../library/demoLibraries';
import { Agenda } from './agenda';
import { Disturbances } from './disturbances';
import { PackageUpdates } from './packageUpdates';
import { ProviderRows } from './providerRows';
import { Removals } from './removals';
import { RequestLog } from './requestLog';
import { SiteEvents } from './siteEvents';
import { SmsProvider } from './smsProvider';
import { Targets } from './targets';
import { Transfers } from './transfers';
import { Validations } from './validations';

/** What goes on at the site in its own time, and the provider that sets it going. */
export class Simulation {
  readonly agenda = new Agenda();
  readonly events: SiteEvents;
  readonly targets: Targets;
  readonly libraries: DemoLibraries;
  readonly disturbances: Disturbances;
  readonly validations: Validations;
  readonly provider: SmsProvider;
  readonly log: RequestLog;

  constructor(site: GeneratedSite, faults: Faults) {
    const { now } = site.model.options;
    const { agenda } = this;
    const events = (this.events = new SiteEvents(site));
    const disturbances = (this.disturbances = new Disturbances(faults, now));
    const targets = (this.targets = new Targets(events));
    const libraries = (this.libraries = new DemoLibraries(events, targets));
    const transfers = new Transfers(events, agenda, disturbances);
    const validations = (this.validations = new Validations(events, agenda, disturbances, libraries));
    const updates = new PackageUpdates(events, agenda, targets, transfers);
    const removals = new Removals(events, agenda, targets, transfers, disturbances);
    const rows = new ProviderRows(site.database);
    this.provider = new SmsProvider(events, rows, targets, { transfers, validations, updates, removals });
    this.log = new RequestLog(events, targets, transfers, updates, rows);
    transfers.resume(now, (packageId, nalPath) => targets.pairOf(packageId, nalPath));
  }
}
