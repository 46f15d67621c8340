import type { Draw } from './draw';
import type { WrittenRecord } from './writtenRecord';

/** A transfer of one package to one DP, as PkgXferMgr logs it. */
export interface TransferTruth {
  readonly jobId: number;
  readonly packageId: string;
  readonly dp: string;
  readonly thread: number;
  readonly bytes: number;
  readonly failures: number;
  readonly outcome: 'sent' | 'failed';
}

/** A run of distmgr over a package. */
export interface PackageRunTruth {
  readonly packageId: string;
  readonly thread: number;
  readonly dps: readonly string[];
  readonly ended: boolean;
}

/** A package that smsdpmon validated. */
export interface ValidationTruth {
  readonly packageId: string;
  readonly thread: number;
  readonly messageId: 2384 | 2383;
}

/** A job of the client's download. */
export interface DownloadTruth {
  readonly ctmJob: string;
  readonly dtsJob: string;
  readonly dps: readonly string[];
  readonly succeeded: boolean;
}

/** What the analysers have to find. */
export interface LogTruth {
  readonly transfers: TransferTruth[];
  readonly packageRuns: PackageRunTruth[];
  readonly validations: ValidationTruth[];
  readonly downloads: DownloadTruth[];
}

export const noTruth = (): LogTruth => ({ transfers: [], packageRuns: [], validations: [], downloads: [] });

/** Writes the records of one job, each some time after the one before. */
export class JobWriter {
  readonly records: WrittenRecord[] = [];

  constructor(
    readonly draw: Draw,
    private at: number,
    private readonly component: string,
    private readonly source: string,
    readonly thread: number,
  ) {}

  say(message: string, spoken: WrittenRecord['spoken'] = 'info', type: WrittenRecord['type'] = 1): void {
    this.at += this.draw.int(1, 900);
    const [component, thread] = [this.component, this.thread];
    const source = `${this.source}:${this.draw.int(40, 4000)}`;
    this.records.push({ at: this.at, component, thread, message, type, source, spoken });
  }

  fail(message: string): void {
    this.say(message, 'error', 3);
  }
}

export type Job = (draw: Draw, at: number, truth: LogTruth) => readonly WrittenRecord[];

const dpOf = (draw: Draw): string => `DP${draw.int(1, 99)}.CONTOSO.COM`;
const nalOf = (dp: string): string => `["Display=\\\\${dp}\\"]MSWNET:["SMS_SITE=PS1"]\\\\${dp}\\`;
const threadOf = (draw: Draw): number => draw.int(200, 3000) * 4;

export const transferJob: Job = (draw, at, truth) => {
  const [packageId, dp, jobId] = [draw.packageId, dpOf(draw), draw.int(1, 9999)];
  const log = new JobWriter(draw, at, 'SMS_PACKAGE_TRANSFER_MANAGER', 'pkgxfermgr.cpp', threadOf(draw));
  const failures = draw.chance(0.2) ? draw.int(1, 3) : 0;
  const outcome = failures === 3 ? 'failed' : 'sent';
  const file = `\\\\${dp}\\SMS_DP$\\${draw.hex(8)}-${packageId}.1.temp`;
  let bytes = 0;
  log.say(
    `Sending thread starting for Job: ${jobId}, package: ${packageId}, Version: 1, Priority: 2, server: ${dp}, DPPriority: 200`,
  );
  for (let failure = 1; failure <= failures; failure++) {
    log.fail('ExecStaticMethod failed (80041002) SMS_DistributionPoint, AddFile');
    log.fail('CSendFileAction::SendContent failed; 0x80041002');
    log.fail(
      `Sending failed. Failure count = ${failure}, Restart time = 14/06/2018 06:56:25 GMT Daylight Time`,
    );
  }
  if (outcome === 'sent') {
    log.say(`Sending legacy content ${packageId}.1 for package ${packageId}`);
    for (let piece = draw.int(1, 4); piece > 0; piece--) {
      const length = draw.int(1000, 900_000);
      log.say(`Wrote ${length} bytes to ${file} at position ${bytes} in ${draw.int(5, 900)} ticks`);
      bytes += length;
    }
    log.say(`Finished sending SWD package ${packageId} version 1 to distribution point ${dp}`);
    log.say(
      `Sent status to the distribution manager for pkg ${packageId}, version 1, status 3 and distribution point ${nalOf(dp)}`,
    );
    log.say('Sending thread complete');
  }
  truth.transfers.push({ jobId, packageId, dp, thread: log.thread, bytes, failures, outcome });
  return log.records;
};

export const packageRun: Job = (draw, at, truth) => {
  const packageId = draw.packageId;
  const log = new JobWriter(draw, at, 'SMS_DISTRIBUTION_MANAGER', 'distmgr.cpp', threadOf(draw));
  const dps = Array.from({ length: draw.int(1, 4) }, () => dpOf(draw));
  const ended = draw.chance(0.9);
  log.say(`Processing package ${packageId} (SourceVersion:1;StoredVersion:1)`);
  log.say(`Start updating package ${packageId}...`);
  log.say(`Taking package snapshot for package ${packageId} from source \\\\SRV\\Sources\\${packageId}`);
  for (const dp of dps) {
    log.say(`Start adding package ${packageId} to server ${nalOf(dp)}...`);
    log.say(`Created package transfer job to send package ${packageId} to distribution point ${nalOf(dp)}.`);
  }
  if (ended) {
    log.say(`All DP threads have completed for package ${packageId} processing thread.`);
    log.say(`Exiting package processing thread for package ${packageId}.`);
  } else log.fail('CContentDefinition::TotalFileSizes failed; 0x80070003');
  truth.packageRuns.push({ packageId, thread: log.thread, dps, ended });
  return log.records;
};

export const validation: Job = (draw, at, truth) => {
  const packageId = draw.packageId;
  const log = new JobWriter(draw, at, 'SMS_Distribution_Point_Monitoring', 'smsdpmon.cpp', threadOf(draw));
  const messageId = draw.chance(0.8) ? 2384 : 2383;
  log.say('Report state message 0x4000094C to MP');
  log.say(`Start to evaluate package '${packageId}' version 1 ...`);
  if (messageId === 2383) log.fail(`Failed to evaluate package ${packageId}, Error code 0x80070003`);
  log.say(`Report state message 0x${messageId === 2384 ? '40000950' : 'C000094F'} to MP`);
  truth.validations.push({ packageId, thread: log.thread, messageId });
  return log.records;
};

export const download: Job = (draw, at, truth) => {
  const [ctmJob, dtsJob, packageId] = [draw.guid, draw.guid, draw.packageId];
  const log = new JobWriter(draw, at, 'ContentTransferManager', 'ctmjob.cpp', threadOf(draw));
  const dps = Array.from({ length: draw.int(1, 3) }, () => dpOf(draw));
  const succeeded = draw.chance(0.85);
  log.say(`Starting CTM job ${ctmJob}.`);
  dps.forEach((dp, index) =>
    log.say(
      index === 0
        ? `CTM job ${ctmJob} (corresponding DTS job ${dtsJob}) started download from 'http://${dp}/SMS_DP_SMSPKG$/${packageId}' for full content download.`
        : `CTM job ${ctmJob} switched to location 'http://${dp}/SMS_DP_SMSPKG$/${packageId}'`,
    ),
  );
  log.say(
    `DTS job ${dtsJob} has completed:\r\n\tStatus : SUCCESS,\r\n\tStart time : 05/09/2023 15:30:09,\r\n\tCompletion time : 05/09/2023 15:30:10,\r\n\tElapsed time : 1 seconds`,
  );
  if (succeeded) log.say(`CTM job ${ctmJob} successfully processed download completion.`);
  else log.fail('CCTMJob::_GetNextLocation failed with code 0x87d00215');
  truth.downloads.push({ ctmJob, dtsJob, dps, succeeded });
  return log.records;
};

const noises: readonly (readonly [component: string, message: string, type: WrittenRecord['type']])[] = [
  ['SMS_DISTRIBUTION_MANAGER', 'Currently using 0 out of 3 allowed package processing threads.', 1],
  ['SMS_DISTRIBUTION_MANAGER', 'Sleep 3600 seconds...', 1],
  ['SMS_LAN_SENDER', 'Checking for site-specific sending capacity.  Used 0 out of 3.', 1],
  ['TSManager', 'Successfully intialized Logging for TS Manager.', 0],
];

export const noise: Job = (draw, at) => {
  const [component, message, type] = draw.pick(noises);
  const log = new JobWriter(draw, at, component, 'noise.cpp', threadOf(draw));
  log.say(message, 'info', type);
  return log.records;
};
