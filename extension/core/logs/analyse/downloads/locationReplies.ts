import type { AnalysedRecord } from '../analysedRecord';
import { Bounded } from '../bounded';
import { serverOfUrl } from '../contentUrl';
import { Latest } from '../latest';
import { LineRules } from '../lineRules';
import type { LocationReply, Offer } from './downloadFacts';

const mostOffers = 100;

type Reply = Omit<LocationReply, 'job'>;

/** Answers of the management point: first the distribution points, then the request that they answer, on one thread. */
export class LocationReplies {
  private readonly replies = new Latest<Reply>();
  private readonly byRequest = new Bounded<string, Reply>();
  private readonly lists = new Bounded<string, Offer[]>();

  begin({ thread }: AnalysedRecord): void {
    this.lists.set(String(thread), []);
  }

  offer(url: string, locality: string, { thread }: AnalysedRecord): void {
    const list = this.lists.at(String(thread), () => []);
    if (list.length < mostOffers) list.push({ url, server: serverOfUrl(url), locality, order: undefined });
  }

  answer(request: string, offers: readonly Offer[] | undefined, record: AnalysedRecord): void {
    const told = offers ?? this.lists.get(String(record.thread));
    this.lists.take(String(record.thread));
    const known = this.byRequest.get(request);
    // An empty list is told twice.
    if (told === undefined || (known !== undefined && told.length === 0 && known.offers.length === 0)) return;
    const reply = { request, offers: told, at: record.at };
    this.byRequest.set(request, reply);
    this.replies.push(reply);
  }

  /** The newest answer to a request. */
  of(request: string): Reply | undefined {
    return this.byRequest.get(request);
  }

  get all(): readonly Reply[] {
    return this.replies.all;
  }
}

/** Lines of LocationServices.log about content. */
export const locationRules = (replies: LocationReplies): LineRules =>
  new LineRules()
    .on('Calling back with the following distribution points', (_, record) => replies.begin(record))
    .on("Distribution Point='{url}', Locality='{locality}'", ({ url, locality }, record) =>
      replies.offer(url, locality, record),
    )
    .on('Calling back with locations for location request {request:guid}', ({ request }, record) =>
      replies.answer(request, undefined, record),
    )
    .on(
      'LS Request CorrelationID {request:guid} - Calling back with empty distribution points list',
      ({ request }, record) => replies.answer(request, [], record),
    )
    .know(
      'Created filter for LS request ',
      'ContentLocationReply : ',
      'Calling back with empty distribution points list',
      'The number of discovered DPs',
    );
