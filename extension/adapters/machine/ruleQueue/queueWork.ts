import { parseOutcome, printOutcome, type RuleOutcome } from '../../../core/statusRules/ruleOutcome';
import { parseRequestName, requestName } from '../../../core/statusRules/ruleRequest';
import { parseTaken, printTaken } from '../../../core/statusRules/takenRecord';
import type { BegunWork, RuleQueueWork, TakenRequest } from '../../../ports/ruleQueue';
import type { HeartbeatLock } from '../heartbeatLock';
import type { RecordFolder } from './recordFolder';

export interface QueueRecords {
  readonly waiting: RecordFolder;
  readonly taken: RecordFolder;
  readonly outcomes: RecordFolder;
  readonly plans: RecordFolder;
}

/** The queue while its lock is held. */
export class QueueWork implements RuleQueueWork {
  readonly kind = 'work';

  constructor(
    private readonly lock: HeartbeatLock,
    private readonly records: QueueRecords,
  ) {}

  async take(): Promise<readonly TakenRequest[]> {
    await this.requireLock();
    const { waiting, taken, outcomes, plans } = this.records;
    for (const folder of [waiting, taken, outcomes, plans]) await folder.clearAbandoned();
    const before = new Set(await taken.names());
    // One that is being answered stays in its place until that is done: the message came after it.
    for (const name of await waiting.names()) if (!before.has(name)) await taken.takeFrom(waiting, name);
    const requests = await Promise.all((await taken.names()).map((name) => this.request(name)));
    return requests.filter((request) => request !== undefined).sort((a, b) => a.at - b.at);
  }

  async outcomes(): Promise<readonly RuleOutcome[]> {
    const { outcomes } = this.records;
    const read = await Promise.all(
      (await outcomes.names()).map(async (name) => {
        const text = await outcomes.read(name);
        return text === undefined ? undefined : (parseOutcome(text) ?? this.broken(name));
      }),
    );
    return read.filter((outcome) => outcome !== undefined);
  }

  async keepPlan(request: TakenRequest, document: string): Promise<string> {
    const name = requestName(request);
    await this.records.plans.write(name, document);
    return this.records.plans.fileOf(name);
  }

  async plan(request: TakenRequest): Promise<string> {
    const name = requestName(request);
    const document = await this.records.plans.read(name);
    if (document === undefined)
      throw new Error(
        `${this.records.plans.fileOf(name)} is gone: somebody took it away while it was applied.`,
      );
    return document;
  }

  begin(request: TakenRequest, begun: BegunWork): Promise<TakenRequest> {
    return this.write({ ...request, begun });
  }

  fail(request: TakenRequest): Promise<TakenRequest> {
    return this.write({ ...request, failures: request.failures + 1 });
  }

  async finish(request: TakenRequest, outcome: RuleOutcome | undefined): Promise<void> {
    await this.requireLock();
    const { outcomes, taken } = this.records;
    // The answer first: a request that is left is answered again, and then finds it.
    if (outcome !== undefined)
      await outcomes.write(
        requestName({ message: outcome.message, computer: outcome.dpName }),
        printOutcome(outcome),
      );
    await taken.remove(requestName(request));
  }

  release(): Promise<void> {
    return this.lock.release();
  }

  private async write(request: TakenRequest): Promise<TakenRequest> {
    await this.requireLock();
    const { at, failures, begun } = request;
    await this.records.taken.write(requestName(request), printTaken({ at, failures, begun }));
    return request;
  }

  private async request(name: string): Promise<TakenRequest | undefined> {
    const { taken } = this.records;
    const asked = parseRequestName(name);
    if (asked === undefined) {
      await taken.remove(name);
      return undefined;
    }
    const record = parseTaken((await taken.read(name)) ?? '');
    return { ...asked, ...(record ?? { at: 0, failures: 0, begun: undefined }) };
  }

  /** Something was answered, though not what: the DP is left alone as if it had been repaired. */
  private async broken(name: string): Promise<RuleOutcome | undefined> {
    const asked = parseRequestName(name);
    const at = await this.records.outcomes.modified(name);
    return asked === undefined || at === undefined
      ? undefined
      : {
          message: asked.message,
          dpName: asked.computer,
          at,
          kind: 'review',
          words: 'The record of this answer cannot be read.',
          spent: [],
        };
  }

  /** Another worker may have taken over while this computer slept. */
  private async requireLock(): Promise<void> {
    if (!(await this.lock.isMine()))
      throw new Error('Another worker has taken the queue over, so nothing more is done here.');
  }
}
