import type { AnalysedRecord } from '../analysedRecord';
import type { Analysis } from '../analyser';
import { Bounded } from '../bounded';
import { readContentUrl } from '../contentUrl';
import type { LogLine } from '../logLine';
import type { Counted, IisFacts } from './iisFacts';
import { RequestTally } from './requestTally';
import { W3cReader, type W3cRequest } from './w3cReader';

/** Answers of 401 to one client, for one path and verb, that wait for what it gets next. */
interface Trips {
  readonly content: string;
  readonly request: W3cRequest;
  readonly first: LogLine;
  last: LogLine;
  count: number;
}

const mostNames = 200;

/** Reads the log of a distribution point's web site. */
export class IisAnalysis implements Analysis<IisFacts> {
  private readonly reader = new W3cReader();
  private readonly tally = new RequestTally();
  private readonly agents = new Map<string, number>();
  private readonly statuses = new Map<string, number>();
  /** By client, verb and path; those of each substatus. */
  private readonly trips = new Bounded<string, Trips[]>((trips) => refuse(this.tally, trips));
  private otherRequests = 0;

  step(record: AnalysedRecord): boolean {
    if (record.message.startsWith('#')) {
      this.reader.read(record);
      return true;
    }
    const request = this.reader.read(record);
    if (request === undefined) return false;
    const content = readContentUrl(request.path)?.content ?? '';
    if (content === '') this.otherRequests++;
    else this.take(content, request, record.at);
    return true;
  }

  end(): IisFacts {
    // What has had no other answer yet. The log may go on, so they stay where they are.
    const waiting = new RequestTally();
    refuse(waiting, this.trips.all.flat());
    const refused = new Map(
      waiting.allContents.map((content) => [content.content.toUpperCase(), content.refused]),
    );
    return {
      contents: this.tally.allContents.map((content) => ({
        ...content,
        refused: content.refused + (refused.get(content.content.toUpperCase()) ?? 0),
      })),
      refusals: [...this.tally.allRefusals, ...waiting.allRefusals].toSorted((a, b) => b.count - a.count),
      agents: countedOf(this.agents),
      statuses: countedOf(this.statuses),
      otherRequests: this.otherRequests,
      earlier: this.tally.earlier,
    };
  }

  private take(content: string, request: W3cRequest, at: LogLine): void {
    this.tally.add(content, request, at);
    count(this.agents, request.agent === '' ? '-' : request.agent);
    count(this.statuses, `${request.status}.${request.subStatus}`);
    const key = JSON.stringify([request.client, request.method, request.path]);
    if (request.status === 401) {
      this.wait(key, content, request, at);
      return;
    }
    for (const trip of this.trips.take(key) ?? []) this.tally.logon(trip.content, trip.count, at);
    if (request.status >= 400) this.tally.refuse(content, request, { first: at, last: at, count: 1 });
  }

  private wait(key: string, content: string, request: W3cRequest, at: LogLine): void {
    const trips = this.trips.at(key, () => []);
    const same = trips.find((trip) => trip.request.subStatus === request.subStatus);
    if (same === undefined) trips.push({ content, request, first: at, last: at, count: 1 });
    else {
      same.count++;
      same.last = at;
    }
  }
}

const refuse = (tally: RequestTally, trips: readonly Trips[]): void => {
  for (const trip of trips) tally.refuse(trip.content, trip.request, trip);
};

const count = (names: Map<string, number>, name: string): void => {
  if (names.has(name) || names.size < mostNames) names.set(name, (names.get(name) ?? 0) + 1);
};

const countedOf = (names: ReadonlyMap<string, number>): readonly Counted[] =>
  [...names].map(([name, times]) => ({ name, count: times })).toSorted((a, b) => b.count - a.count);
