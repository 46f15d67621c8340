import {
  nextBack,
  nextOut,
  nextUndone,
  type EntryLook,
  type EntryMove,
} from '../../../core/library/repair/entryMoves';
import { printEntryRecord } from '../../../core/library/repair/entryRecord';
import { entryFolder } from '../../../core/library/repair/quarantinePlace';
import type { LibraryStep } from '../../../core/run/runPlan';
import { heldNews } from '../../../core/run/stepOrder';
import { CimError } from '../../../ports/cim';
import { RemoteFileError } from '../../../ports/remoteFiles';
import { readBefore } from '../../run/readBefore';
import type { RunLog } from '../../run/runLog';
import type { RunSite } from '../../run/runSite';
import { DpLibrary } from './dpLibrary';
import { WrittenDown } from './writtenDown';

/** A move is tried so often; each is preceded by a look, so that none is made twice. */
const attempts = 3;

/** More moves no entry takes in one direction: a DP that says that they are made, and does not show it, is not believed. */
const mostMoves = 50;

/** A change of a list is never cut off half-way. */
const never = new AbortController().signal;

/**
 * A step on a DP's lists. What comes next follows from what is there and from the journal: so whoever finds it
 * half-done, a later round or another program, ends it the same way. Methods reject with JournalError.
 */
export class LibraryWorker {
  private readonly library: DpLibrary;
  private readonly folder: string;

  constructor(
    private readonly site: RunSite,
    private readonly log: RunLog,
    private readonly step: LibraryStep,
  ) {
    const { dpName, library, id, packageId } = step;
    if (site.dps === undefined)
      throw new RemoteFileError('failed', 'This connection has no way to the lists of distribution points.');
    this.library = DpLibrary.on(site.dps, dpName, library.library);
    this.folder = library.from ?? entryFolder(log.id, id, packageId);
  }

  /** Rejects with CimError or RemoteFileError, too. */
  look(): Promise<EntryLook> {
    return this.library.look(this.step.library.entry, this.folder, never);
  }

  /**
   * Does all that can be done now of a step that has begun.
   * @param mayWait false: who does not answer now is given up
   */
  async goOn(mayWait: boolean): Promise<void> {
    let tries = 0;
    for (let moves = 1; ; moves++) {
      const state = this.log.state.of(this.step.id);
      if (state.phase === 'followed') {
        if (!(await this.afterwards(state.at))) return;
        continue;
      }
      if (state.phase !== 'asked') return;
      const { puttingBack } = state;
      try {
        const move = this.next(await this.look(), puttingBack);
        if (move.kind === 'done') await this.done(puttingBack);
        else if (move.kind === 'obstacle') await this.giveUp(move.cause, puttingBack);
        else if (moves % mostMoves === 0) await this.giveUp(notShown, puttingBack);
        else await this.make(move);
      } catch (error) {
        const kind = error instanceof CimError || error instanceof RemoteFileError ? error.kind : undefined;
        if (kind === undefined || !(error instanceof Error)) throw error;
        tries += 1;
        if (isSilence(kind)) {
          if (mayWait) return;
          if (tries >= attempts)
            await this.end(
              'unsure',
              `${error.message} Whether it was done is not known. ${this.whereabouts}`,
            );
        } else if (tries >= attempts || kind === 'denied') await this.giveUp(error.message, puttingBack);
      }
    }
  }

  private next(look: EntryLook, puttingBack: string | undefined): EntryMove {
    const { action, library } = this.step;
    if (puttingBack !== undefined) return nextUndone(library.entry, look);
    return action === 'quarantine' ? nextOut(library.entry, look) : nextBack(library.entry, look);
  }

  private async make(move: Exclude<EntryMove, { kind: 'done' | 'obstacle' }>): Promise<void> {
    const { library, step } = this;
    const { ini } = step.library.entry;
    switch (move.kind) {
      case 'moveOut':
        return library.moveOut(await this.writtenDown(), never);
      case 'delete':
        return library.delete(await this.writtenDown(), move.instance, never);
      case 'moveBack':
        return ini === null ? undefined : library.moveBack(ini, this.folder, never);
      case 'create':
        return library.create(move.instance, never);
    }
  }

  private writtenDown(): Promise<WrittenDown> {
    const { dpName, id, library } = this.step;
    const where = { dpName, library: library.library, run: this.log.id, step: id };
    const record = printEntryRecord(library.entry, where);
    return WrittenDown.in(this.library.files, this.folder, library.entry, record, never);
  }

  private async done(puttingBack: string | undefined): Promise<void> {
    if (puttingBack !== undefined) await this.end('failed', `${puttingBack} The lists are as they were.`);
    else if (this.step.action === 'restore')
      await this.end('accepted', 'It stands in the lists as it did before.');
    else
      await this.log.add(
        { kind: 'proof', step: this.step.id, proof: { kind: 'effect', evidence: this.whereabouts } },
        true,
      );
  }

  /** Something is against it, for good. What was taken out goes back first. */
  private async giveUp(cause: string, puttingBack: string | undefined): Promise<void> {
    if (puttingBack !== undefined) await this.end('failed', `${puttingBack} ${cause} ${this.whereabouts}`);
    else if (this.step.action === 'restore')
      await this.end('failed', `${cause} What was put back before that stays. Look for mismatches again.`);
    else await this.putBack(cause);
  }

  private async putBack(cause: string): Promise<void> {
    await this.log.add({ kind: 'proof', step: this.step.id, proof: { kind: 'puttingBack', cause } }, true);
  }

  /** What becomes of an entry that is out. @returns whether anything is to be done now */
  private async afterwards(at: number): Promise<boolean> {
    const news = heldNews(this.step.library.then, this.log.state);
    switch (news.kind) {
      case 'wait':
        return false;
      case 'done':
        await this.end('accepted', [this.whereabouts, news.cause].filter(Boolean).join(' '));
        return false;
      case 'putBack':
        if (await this.wasSentAgain(at)) {
          await this.end('accepted', `${this.whereabouts} The site sends its content again.`);
          return false;
        }
        await this.putBack(news.cause);
        return true;
    }
  }

  /** Somebody had it sent, or nobody knew whether it was: then the old entry is not put in its way. */
  private async wasSentAgain(since: number): Promise<boolean> {
    try {
      const { target } = await readBefore(this.site, this.step);
      return target !== 'none' && (target.lastRefreshTime ?? 0) > since;
    } catch (error) {
      if (error instanceof CimError) return false;
      throw error;
    }
  }

  private end(kind: 'accepted' | 'failed' | 'unsure', cause: string): Promise<boolean> {
    return this.log.add({ kind: 'outcome', step: this.step.id, fate: { kind, cause } });
  }

  private get whereabouts(): string {
    return `The entry is written down in ${this.library.files.root}\\${this.folder}.`;
  }
}

const notShown = 'The DP says that it was done, and does not show it.';

/** No answer: it may have been done, or not. */
const isSilence = (kind: string): boolean =>
  kind === 'unreachable' || kind === 'timeout' || kind === 'cancelled';
