import type { AnalysedRecord } from '../analysedRecord';
import type { Analysis } from '../analyser';
import { Bounded } from '../bounded';
import { LineRules } from '../lineRules';
import type { LogLine } from '../logLine';
import { Slots } from '../slots';
import type { SenderFacts } from './senderFacts';
import { SendJobs } from './sendJobs';

/** Reads sender.log, and what the scheduler's log tells of the same requests. */
export class SenderAnalysis implements Analysis<SenderFacts> {
  private readonly jobs = new SendJobs();
  /** By site; '' is all sites together. */
  private readonly capacity = new Bounded<string, Slots>();
  private readonly rules = new LineRules();
  private last: LogLine | undefined;

  constructor() {
    this.readRequests();
    this.readThreads();
    this.readSchedule();
  }

  step(record: AnalysedRecord): boolean {
    this.last = record.at;
    const isTrouble = this.jobs.noteTrouble(record);
    return this.rules.step(record) || isTrouble;
  }

  end(): SenderFacts {
    const { earlier, mostActive, mostActiveAt } = this.jobs;
    const capacity = this.capacity.entries.map(([site, slots]) => ({
      site: site === '' ? undefined : site,
      slots: slots.facts,
    }));
    return { jobs: this.jobs.all, earlier, capacity, mostActive, mostActiveAt, last: this.last };
  }

  private readRequests(): void {
    const { rules, jobs } = this;
    const slotsOf = (site: string): Slots => this.capacity.at(site, () => new Slots());
    rules
      .on('Found send request.{}ID: {request}, Dest Site: {site:siteCode}', ({ request, site }, record) =>
        jobs.request(request, site, record),
      )
      .on(
        'Checking for site-specific sending capacity.{}Used {used:int} out of {limit:int}.',
        ({ used, limit }, record) => slotsOf(jobs.siteOf(record) ?? '?').use(used, limit, record.at),
      )
      .on('Checking for sending capacity.{}Used {used:int} out of {limit:int}.', (found, { at }) =>
        slotsOf('').use(found.used, found.limit, at),
      )
      .on('Created sending thread (Thread ID = {thread:hex})', ({ thread }, record) =>
        jobs.begin(thread, record),
      );
  }

  private readThreads(): void {
    const { rules, jobs } = this;
    rules
      .on('Wrote {bytes:int} bytes to {} at position {position:int} in', (found, record) =>
        jobs.progress(found.position, found.bytes, record),
      )
      .on('Wrote {bytes:int} bytes to {} at position {position:int}', (found, record) =>
        jobs.progress(found.position, found.bytes, record),
      )
      .on(
        'Finished sending SWD package {packageId:packageId} version {version:int} to site',
        ({ packageId, version }, record) => jobs.name(packageId, version, record),
      )
      .on('Sending completed successfully', (_, record) => jobs.end('sent', record))
      .on('Sending failed', (_, record) => jobs.end('failed', record))
      .on('sending failed', (_, record) => jobs.end('failed', record))
      .know(
        'Attempt to write {:int} bytes to ',
        'Trying the No. {:int} address',
        'Passed the xmit file test',
        'Package file = ',
        'Instruction file = ',
        'Attempt to create/open the remote file ',
        'Sending Started [',
        'Sending completed [',
        'Renaming remote file ',
      );
  }

  private readSchedule(): void {
    this.rules
      .on(
        'Send Request {request} JobID: {}Total size: {total:int}k {}SWD PkgID: {packageId:packageId} SWD',
        ({ request, total, packageId }, record) =>
          this.jobs.schedule(request, total * 1024, packageId, record),
      )
      .on('Send Request {request} JobID: {}Total size: {total:int}k', ({ request, total }, record) =>
        this.jobs.schedule(request, total * 1024, undefined, record),
      )
      .know(
        'Created new send request ID:',
        '<Activating JOB ',
        '<JOB STATUS - COMPLETE>',
        'Sending completed ({:int} bytes/sec)',
      );
  }
}
