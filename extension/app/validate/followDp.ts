import type { LogNotRead, ValidationLog } from '../../core/validate/dpValidation';
import type { Cim } from '../../ports/cim';
import type { Computers } from '../../ports/siteConnection';
import { listWmiPackages } from '../listWmiPackages';
import { SmsdpmonLog } from './smsdpmonLog';

/** What is seen on a DP itself while its content is validated. */
export interface SeenOnDp {
  readonly listed: number | undefined;
  readonly log: ValidationLog | LogNotRead | undefined;
}

const nothing: SeenOnDp = { listed: undefined, log: undefined };

const notRead = (error: unknown): LogNotRead => ({
  notRead: error instanceof Error ? error.message : String(error),
});

/** The DP's side of a validation: how many packages are on its list, and its log. */
export class FollowedDp {
  private readonly log: SmsdpmonLog;
  private seen: SeenOnDp = nothing;
  private reading: Promise<void> | undefined;
  private hasAsked = false;

  /** @param at when the validation was asked for; what the log says of before is of another one */
  constructor(
    private readonly computers: Computers,
    cim: Cim,
    private readonly server: string,
    at: number,
  ) {
    this.log = new SmsdpmonLog(computers, cim, server, at);
  }

  /** What is known by now. Reads further beside it: a DP that is slow to answer holds up nobody. */
  look(signal: AbortSignal): SeenOnDp {
    this.reading ??= this.read(signal).finally(() => (this.reading = undefined));
    return this.seen;
  }

  /** Resolves when what was asked for is known; never rejects. */
  async settled(): Promise<void> {
    await this.reading;
  }

  private async read(signal: AbortSignal): Promise<void> {
    if (!this.hasAsked) {
      this.hasAsked = true;
      const listed = await this.countListed(signal);
      this.seen = { ...this.seen, listed };
    }
    this.seen = { ...this.seen, log: await this.log.read(signal).catch(notRead) };
  }

  private async countListed(signal: AbortSignal): Promise<number | undefined> {
    try {
      const dp = { serverName: this.server, isCloud: false };
      return (await listWmiPackages({ computers: this.computers }, dp, signal)).size;
    } catch {
      // Then only how long cycles take tells when it is through.
      return undefined;
    }
  }
}
