import type {
  Facet,
  FindingRow,
  FindingsPage,
  FindingsSelection,
  FindingsView,
  SelectionMeasure,
} from '../../core/reconcile/findingRow';
import type { Snapshot } from '../../core/history/snapshot';
import type { Finding } from '../../core/reconcile/finding';
import type { FindingMarks } from '../../core/reconcile/findingMarks';
import type { PairFacts } from '../../core/reconcile/pairFacts';
import type { PairId } from '../../core/reconcile/pairId';
import type { SiteFacts } from '../../core/reconcile/siteFacts';
import type {
  ExplainedFinding,
  ExplainedPage,
  Findings,
  FindingsScope,
  FindingsSummary,
} from '../../ports/findings';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/findings';
import { RemoteError } from '../../protocol/remoteError';
import type { RequestType } from '../../protocol/requestType';
import { MatrixClient } from './matrix/matrixClient';

/** Findings that another thread keeps. */
export class FindingsClient implements Findings {
  readonly matrix = new MatrixClient((type, params, signal) => this.ask(type, params, signal));
  private closed: string | undefined;
  private lastLoad: Promise<unknown> = Promise.resolve();

  constructor(private readonly endpoint: Endpoint) {}

  /** Loads take turns, so that an older read never replaces a newer one. */
  load(
    facts: SiteFacts,
    scopes: readonly FindingsScope[],
    pairs: AsyncIterable<readonly PairFacts[]>,
    signal: AbortSignal,
  ): Promise<FindingsSummary> {
    const load = this.lastLoad.then(() => this.send(facts, scopes, pairs, signal));
    this.lastLoad = load.catch(() => undefined);
    return load;
  }

  page(view: FindingsView, offset: number, limit: number, signal: AbortSignal): Promise<FindingsPage> {
    return this.ask(protocol.pageFindings, { view, offset, limit }, signal);
  }

  facets(filter: string, signal: AbortSignal): Promise<readonly Facet[]> {
    return this.ask(protocol.countFacets, { filter }, signal);
  }

  measure(selection: FindingsSelection, signal: AbortSignal): Promise<SelectionMeasure> {
    return this.ask(protocol.measureSelection, selection, signal);
  }

  resolve(selection: FindingsSelection, signal: AbortSignal): Promise<readonly Finding[]> {
    return this.ask(protocol.resolveSelection, selection, signal);
  }

  of(scope: FindingsScope, signal: AbortSignal): Promise<readonly Finding[]> {
    return this.ask(protocol.findingsOf, scope, signal);
  }

  mark(marks: FindingMarks, signal: AbortSignal): Promise<FindingsSummary | undefined> {
    return this.ask(protocol.markFindings, marks, signal);
  }

  snapshot(signal: AbortSignal): Promise<Snapshot> {
    return this.ask(protocol.takeSnapshot, undefined, signal);
  }

  explain(pair: PairId, signal: AbortSignal): Promise<ExplainedFinding | undefined> {
    return this.ask(protocol.explainPair, { pair }, signal);
  }

  explainPage(
    view: FindingsView,
    offset: number,
    limit: number,
    signal: AbortSignal,
  ): Promise<ExplainedPage> {
    return this.ask(protocol.explainPage, { view, offset, limit }, signal);
  }

  asRows(findings: readonly Finding[], filter: string, signal: AbortSignal): Promise<readonly FindingRow[]> {
    return this.ask(protocol.asRows, { findings, filter }, signal);
  }

  hasEnded(): boolean {
    return this.closed !== undefined;
  }

  /** Rejects what is open and whatever is asked from now on. */
  close(reason: string): void {
    this.closed ??= reason;
    this.endpoint.dispose(reason);
  }

  private async send(
    site: SiteFacts,
    scopes: readonly FindingsScope[],
    pairs: AsyncIterable<readonly PairFacts[]>,
    signal: AbortSignal,
  ): Promise<FindingsSummary> {
    const load = await this.ask(protocol.beginLoad, { site, scopes }, signal);
    try {
      for await (const batch of pairs) await this.ask(protocol.appendPairs, { load, pairs: batch }, signal);
      if (signal.aborted) throw new RemoteError('cancelled', 'The load of findings was cancelled.');
    } catch (error) {
      this.endpoint.notify(protocol.abortLoad, { load });
      throw error;
    }
    // Not cancellable: once it is asked for, the new findings take the place of the old ones.
    return this.ask(protocol.commitLoad, { load });
  }

  private ask<P, R>(type: RequestType<P, R>, params: P, signal?: AbortSignal): Promise<R> {
    if (this.closed !== undefined) return Promise.reject(new RemoteError('closed', this.closed));
    return this.endpoint.request(type, params, signal);
  }
}
