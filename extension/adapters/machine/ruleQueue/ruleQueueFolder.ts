import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { LogSeverity } from '../../../core/statusRules/logLine';
import { requestName, type RuleRequest } from '../../../core/statusRules/ruleRequest';
import { printTaken } from '../../../core/statusRules/takenRecord';
import type { Held } from '../../../ports/journal';
import type { RuleQueue, RuleQueueWork } from '../../../ports/ruleQueue';
import { nodeFileSystem, type FileSystem } from '../../files/fileSystem';
import { heartbeat, HeartbeatLock, livingOwner, type HeartbeatOptions } from '../heartbeatLock';
import { BoundedLog } from './boundedLog';
import { QueueWork } from './queueWork';
import { RecordFolder } from './recordFolder';

export interface RuleQueueOptions {
  readonly fileSystem?: FileSystem;
  readonly lock?: HeartbeatOptions;
}

/** Two messages for each DP that a primary site can have. More than that no site sends. */
const mostWaiting = 10_000;

/**
 * The queue as a folder: `waiting` and `taken` hold a file for each DP and message, `outcomes` the last answer to
 * each, `plans` the last plan. All of it is bounded by the number of DPs.
 */
export class RuleQueueFolder implements RuleQueue {
  private readonly waiting: RecordFolder;
  private readonly lockFile: string;
  private readonly lock: HeartbeatOptions;
  private readonly fileSystem: FileSystem;
  private readonly journal: BoundedLog;

  constructor(
    readonly place: string,
    { fileSystem = nodeFileSystem, lock = heartbeat }: RuleQueueOptions = {},
  ) {
    this.fileSystem = fileSystem;
    this.lock = lock;
    this.lockFile = path.join(place, 'worker.lock');
    this.waiting = this.records('waiting', '.json');
    this.journal = new BoundedLog(path.join(place, 'on-message.log'));
  }

  async add(request: RuleRequest): Promise<void> {
    const names = await this.waiting.names();
    const name = requestName(request);
    if (names.includes(name)) return;
    if (names.length >= mostWaiting)
      throw new Error(
        `${this.place} holds ${names.length} messages, more than a site sends. Look at on-message.log there for what keeps them.`,
      );
    await this.waiting.write(name, printTaken({ at: request.at, failures: 0, begun: undefined }));
  }

  async isWaiting(): Promise<boolean> {
    return (await this.waiting.names()).length > 0;
  }

  worker(): Promise<string | undefined> {
    return livingOwner(this.lockFile, this.lock.deadAfter);
  }

  async work(): Promise<RuleQueueWork | Held> {
    await mkdir(this.place, { recursive: true });
    const lock = await HeartbeatLock.take(this.lockFile, this.lock);
    if (typeof lock === 'string') return { kind: 'held', by: lock };
    await this.journal.turnOver();
    return new QueueWork(lock, {
      waiting: this.waiting,
      taken: this.records('taken', '.json'),
      outcomes: this.records('outcomes', '.json'),
      plans: this.records('plans', '.cmplan.json'),
    });
  }

  log(text: string, severity: LogSeverity = 'info'): Promise<void> {
    return this.journal.write(text, severity);
  }

  private records(folder: string, extension: string): RecordFolder {
    return new RecordFolder(path.join(this.place, folder), extension, this.fileSystem);
  }
}
