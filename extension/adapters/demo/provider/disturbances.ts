import { CimError } from '../../../ports/cim';
import type { Faults } from '../../../protocol/demoSite';
import type { DemoDp } from '../site/demoDp';
import { Random } from '../site/random';
import { minute } from '../site/time';

const names = (list: readonly string[] | undefined, { server }: DemoDp): boolean =>
  list?.some((name) => name.toLowerCase() === server.toLowerCase()) === true;

const calls = (seed = 1): Random => new Random(`calls ${String(seed)}`);

/** What goes wrong at the SMS Provider and on the DPs. */
export class Disturbances {
  private random: Random;
  private writes = 0;

  constructor(
    private faults: Faults,
    /** The site's time when they began. */
    private since: number,
  ) {
    this.random = calls(faults.callSeed);
  }

  /** Other faults count from now on; the same ones go on counting. */
  change(faults: Faults, now: number): void {
    if (JSON.stringify(faults) === JSON.stringify(this.faults)) return;
    this.faults = faults;
    this.since = now;
    this.random = calls(faults.callSeed);
    this.writes = 0;
  }

  /** Milliseconds of the wall clock that the SMS Provider takes for a call. */
  get delay(): number {
    return this.faults.providerDelay ?? 0;
  }

  /** A call to the SMS Provider, before anything is done. @throws CimError */
  before(isWrite: boolean): void {
    const { failedCalls = 0, writesAllowed = Infinity } = this.faults;
    if (isWrite && this.writes >= writesAllowed)
      throw new CimError(
        'denied',
        'Access is denied. The account needs the right Copy to Distribution Point.',
      );
    if (failedCalls > 0 && this.random.chance(failedCalls))
      throw new CimError(
        'failed',
        'The SMS Provider failed (0x80041001, generic failure). Look into SmsProv.log.',
      );
  }

  /** A write was carried out. @returns whether its answer is lost */
  written(): boolean {
    const { lostAnswers = 0 } = this.faults;
    this.writes += 1;
    return lostAnswers > 0 && this.random.chance(lostAnswers);
  }

  /** Nothing can be sent to the DP, and it does not answer. */
  isDown(dp: DemoDp, time: number): boolean {
    const { downDps, downAfterWrites = 0, downAfterMinutes = 0 } = this.faults;
    const hasBegun = this.writes >= downAfterWrites && time >= this.since + downAfterMinutes * minute;
    return hasBegun && names(downDps, dp);
  }

  /** Its validations never answer. */
  isMute(dp: DemoDp, time: number): boolean {
    return names(this.faults.muteDps, dp) || this.isDown(dp, time);
  }

  /** A distribution to it stops half-way. */
  stalls(dp: DemoDp): boolean {
    return names(this.faults.stallingDps, dp);
  }
}
