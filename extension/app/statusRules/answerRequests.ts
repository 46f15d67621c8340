import { isoTime, utcText } from '../../core/export/isoTime';
import { againstApproval } from '../../core/statusRules/approval/withinApproval';
import type { DistributionPoint } from '../../core/content/distributionPoint';
import { dpNamed } from '../../core/statusRules/computerName';
import type { RuleLedger } from '../../core/statusRules/ruleLedger';
import { ruleWork } from '../../core/statusRules/ruleMessage';
import type { OutcomeKind } from '../../core/statusRules/ruleOutcome';
import { requestName } from '../../core/statusRules/ruleRequest';
import type { RuleQueue, RuleQueueWork, TakenRequest } from '../../ports/ruleQueue';
import type { Proposal, RuleSite, SiteLook } from './ruleSite';
import type { WorkerOptions, WorkerPlace } from './ruleWorker';

export interface AnswerPlace {
  readonly queue: Pick<RuleQueue, 'log'>;
  readonly work: RuleQueueWork;
  readonly ledger: RuleLedger;
  readonly place: WorkerPlace;
  readonly options: WorkerOptions;
  readonly signal: AbortSignal;
}

/** A request that is answered now, of a DP of the site. */
interface DueRequest {
  readonly request: TakenRequest;
  readonly dp: DistributionPoint;
  readonly look: SiteLook;
}

/** For so many milliseconds what was read of a site is good enough for the messages that came before. */
const lookHolds = 10 * 60_000;

/** Answers the requests of one worker: one after another, while plans that are carried out go on beside. */
export class AnswerRequests {
  private readonly atWork = new Map<string, Promise<void>>();
  private site: RuleSite | undefined;
  private look: { readonly at: number; readonly site: SiteLook } | undefined;
  private failures = 0;
  /** The queue is another worker's, or its disk failed: nothing more is done here. */
  private broken: { readonly error: unknown } | undefined;

  constructor(private readonly at: AnswerPlace) {}

  get isIdle(): boolean {
    return this.atWork.size === 0;
  }

  get isFull(): boolean {
    return this.atWork.size >= this.at.options.atOnce;
  }

  isAtWork(name: string): boolean {
    return this.atWork.has(name);
  }

  /** How many were tried in vain since this was asked last, and are to be tried again. */
  takeFailures(): number {
    const { failures } = this;
    this.failures = 0;
    return failures;
  }

  /** Resolves when a plan has come to its end, or after so long. */
  async oneDone(milliseconds: number): Promise<void> {
    const { place, signal } = this.at;
    const enough = new AbortController();
    const either = AbortSignal.any([enough.signal, signal]);
    const slept = place.clock.sleep(milliseconds, either).catch(() => undefined);
    await Promise.race([slept, ...this.atWork.values()]);
    enough.abort();
    signal.throwIfAborted();
    if (this.broken !== undefined) throw this.broken.error;
  }

  /** As many as can be carried out beside each other; the others later. Rejects when the queue itself fails. */
  async answer(requests: readonly TakenRequest[]): Promise<void> {
    const due: DueRequest[] = [];
    const newest = Math.max(...requests.map(({ at }) => at));
    // One look for all of them: those that are made together must not see each other's go.
    let look: Promise<SiteLook> | undefined;
    const lookOf = (site: RuleSite): Promise<SiteLook> => (look ??= this.lookFor(site, newest));
    for (const request of requests) {
      if (this.isFull) return;
      await this.trying(request, async (site) => {
        if (request.begun !== undefined) this.goOn(site, request);
        else due.push(...(await this.dueOf(site, request, await lookOf(site))));
      });
    }
    for (const one of due) {
      if (this.isFull) return;
      const together = due.filter(({ request }) => request.message === one.request.message);
      const dps = together.map(({ dp }) => dp);
      await this.trying(one.request, (site) => this.answerOne(site, one, dps));
    }
  }

  private async trying(request: TakenRequest, work: (site: RuleSite) => Promise<void>): Promise<void> {
    const { place, signal } = this.at;
    signal.throwIfAborted();
    try {
      await work((this.site ??= await place.openSite(signal)));
    } catch (error) {
      signal.throwIfAborted();
      await this.failed(request, error);
    }
  }

  /** Waits for what is carried out, and lets go of the site. */
  async close(): Promise<void> {
    await Promise.allSettled(this.atWork.values());
    await this.look?.site.dispose();
    await this.site?.close();
  }

  /** What is read of the site has to be from after the newest message. */
  private async lookFor(site: RuleSite, at: number): Promise<SiteLook> {
    const { place, options, signal } = this.at;
    const now = place.clock.now();
    const { look } = this;
    if (look !== undefined && look.at >= at + options.settle && look.at > now - lookHolds) return look.site;
    this.look = undefined;
    await look?.site.dispose();
    this.look = { at: now, site: await site.look(signal) };
    return this.look.site;
  }

  /** The request with its DP; none when it names no DP, or one that is left alone: then it is finished. */
  private async dueOf(site: RuleSite, request: TakenRequest, look: SiteLook): Promise<readonly DueRequest[]> {
    const { work, ledger, place, options } = this.at;
    const { message, computer } = request;
    const named = dpNamed(look.distributionPoints, computer);
    if (named.kind !== 'dp') {
      const why =
        named.kind === 'none'
          ? `no distribution point of site ${site.siteCode} that this account sees`
          : `the short name of several: ${named.names.join(', ')}`;
      await work.finish(request, undefined);
      await this.log(`${message} of ${computer}: that is ${why}. Nothing was done.`, 'warning');
      return [];
    }
    const { dp } = named;
    const until = ledger.coolsUntil(message, dp.serverName, options.coolDown, place.clock.now());
    if (until === undefined) return [{ request, dp, look }];
    await work.finish(request, undefined);
    const words = `it was answered before, and is left alone until ${utcText(isoTime(until) ?? '')}.`;
    await this.log(`${message} of ${dp.serverName}: ${words}`);
    return [];
  }

  private async answerOne(
    site: RuleSite,
    { request, dp, look }: DueRequest,
    together: readonly DistributionPoint[],
  ): Promise<void> {
    const { ledger, place, options, signal } = this.at;
    const { message } = request;
    // Two spellings of its name are two requests.
    if (ledger.coolsUntil(message, dp.serverName, options.coolDown, place.clock.now()) !== undefined) return;
    await this.log(`${message} of ${dp.serverName}: ${ruleWork[message]}.`);
    const answer = await look.answer({ message, dp, together }, signal);
    if (answer.kind === 'nothing') await this.end(request, dp.serverName, 'nothing', answer.words);
    else await this.decide(site, request, dp.serverName, answer.proposal);
  }

  private async decide(
    site: RuleSite,
    request: TakenRequest,
    dpName: string,
    proposal: Proposal,
  ): Promise<void> {
    const { work, ledger, place } = this.at;
    const { steps, bytes, document, words } = proposal;
    const file = await work.keepPlan(request, document);
    const now = place.clock.now();
    const { siteCode } = site;
    const state = { approval: await place.approval(), siteCode, spent: ledger.spent(now), now };
    const against = againstApproval(proposal, dpName, state);
    if (against.length > 0) {
      const all = [words, 'It waits for review:', ...against, proposal.review(file)];
      await this.end(request, dpName, 'review', all.join(' '));
      return;
    }
    const begun = { dpName, at: now, steps, bytes };
    const taken = await work.begin(request, begun);
    ledger.begin({ message: request.message, ...begun });
    await this.log(`${request.message} of ${dpName}: ${words} It is approved, and carried out.`);
    this.goOn(site, taken);
  }

  private goOn(site: RuleSite, request: TakenRequest): void {
    const name = requestName(request);
    const done = this.carryOut(site, request)
      .catch((error: unknown) => void (this.broken = { error }))
      .finally(() => this.atWork.delete(name));
    this.atWork.set(name, done);
  }

  private async carryOut(site: RuleSite, request: TakenRequest): Promise<void> {
    const { work, signal } = this.at;
    const dpName = request.begun?.dpName ?? request.computer;
    try {
      const words = await site.carryOut(await work.plan(request), signal);
      await this.end(request, dpName, 'carriedOut', words);
    } catch (error) {
      if (!signal.aborted) await this.failed(request, error);
    }
  }

  /** Rejects when the queue itself fails. */
  private async failed(request: TakenRequest, error: unknown): Promise<void> {
    const { work, options } = this.at;
    const { message, computer, begun } = request;
    const cause = error instanceof Error ? error.message : String(error);
    const { failures } = await work.fail(request);
    const isLast = failures >= options.mostFailures;
    const next = isLast ? 'It is given up until the next message.' : 'It is tried again.';
    await this.log(`${message} of ${begun?.dpName ?? computer}: ${cause} ${next}`, 'error');
    if (!isLast) this.failures++;
    else if (begun === undefined) await work.finish(request, undefined);
    else await this.end(request, begun.dpName, 'failed', cause);
  }

  private async end(request: TakenRequest, dpName: string, kind: OutcomeKind, words: string): Promise<void> {
    const { work, ledger, place } = this.at;
    const { message } = request;
    const outcome = ledger.end({ message, dpName, at: place.clock.now(), kind, words });
    await work.finish(request, outcome);
    await this.log(`${message} of ${dpName}: ${words}`, kind === 'failed' ? 'error' : 'info');
  }

  private log(text: string, severity: 'info' | 'warning' | 'error' = 'info'): Promise<void> {
    return this.at.queue.log(text, severity);
  }
}
