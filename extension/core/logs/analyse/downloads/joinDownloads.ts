import { readContentUrl, serverOfUrl } from '../contentUrl';
import { elapsed, type LogLine } from '../logLine';
import { togetherErrors } from '../rawErrors';
import type { ContentRequest } from './contentRequests';
import type { Download, DownloadOutcome, LocationReply, Offer, Stay, Transfer } from './downloadFacts';
import type { ManagerJob, SourceStart } from './transferManagerJobs';

/** What the logs of a client tell, each by itself. */
export interface DownloadParts {
  readonly requests: readonly ContentRequest[];
  readonly jobs: readonly ManagerJob[];
  readonly replyOf: (request: string) => Pick<LocationReply, 'offers' | 'at'> | undefined;
  readonly transfers: ReadonlyMap<string, Transfer>;
}

/** Downloads of which at least one log knows the job, in the order in which they are known. */
export const downloadsOf = (parts: DownloadParts): readonly Download[] => {
  const requests = new Map(parts.requests.map((request) => [request.job, request]));
  const jobs = new Map(parts.jobs.map((job) => [job.job, job]));
  return [...new Set([...jobs.keys(), ...requests.keys()])].map((id) =>
    downloadOf(id, jobs.get(id), requests.get(id), parts),
  );
};

const downloadOf = (
  id: string,
  job: ManagerJob | undefined,
  request: ContentRequest | undefined,
  parts: DownloadParts,
): Download => {
  const replies = (job?.requests ?? []).flatMap((one) => parts.replyOf(one) ?? []);
  const stays = staysOf(job, parts.transfers);
  return {
    job: id,
    content: request?.content ?? contentOf(job),
    sizeKb: request?.sizeKb,
    requested: request?.requested,
    began: job?.began ?? request?.submitted,
    ended: endOf(job, request),
    offers: offersOf(
      job?.offers ?? [],
      replies.flatMap(({ offers }) => offers),
    ),
    stays,
    switches: Math.max(0, stays.length - 1),
    emptyReplies: job?.emptyReplies ?? replies.filter(({ offers }) => offers.length === 0).length,
    bytes: stays.reduce((sum, { bytes }) => sum + bytes, 0),
    retries: stays.reduce((sum, { retries }) => sum + retries, 0),
    errors: togetherErrors([...(job?.errors ?? []), ...(request?.errors ?? [])]),
    wrongHash: request?.wrongHash,
    outcome: outcomeOf(job, request),
    lines: [...(request?.lines ?? []), ...(job?.lines ?? []), ...replies.map(({ at }) => at)],
  };
};

/** The client's own word counts more than that of its transfer: the hash is looked at last. */
const outcomeOf = (job: ManagerJob | undefined, request: ContentRequest | undefined): DownloadOutcome => {
  if (request !== undefined && request.outcome !== 'open') return request.outcome;
  return job?.outcome ?? 'open';
};

const endOf = (job: ManagerJob | undefined, request: ContentRequest | undefined): LogLine | undefined =>
  request?.ended ?? job?.ended;

const contentOf = (job: ManagerJob | undefined): string => {
  const urls = [...(job?.starts ?? []), ...(job?.offers ?? [])].map(({ url }) => readContentUrl(url));
  return urls.find((url) => url !== undefined)?.content ?? '';
};

/** The manager's order, with what the management point said of the same servers; without the manager's log that alone. */
const offersOf = (kept: readonly Offer[], told: readonly Offer[]): readonly Offer[] => {
  const localities = new Map(told.map(({ url, locality }) => [url, locality]));
  if (kept.length === 0) return [...new Map(told.map((offer) => [offer.url, offer])).values()];
  return kept.map((offer) =>
    offer.locality === '' ? { ...offer, locality: localities.get(offer.url) ?? '' } : offer,
  );
};

const staysOf = (job: ManagerJob | undefined, all: ReadonlyMap<string, Transfer>): readonly Stay[] =>
  (job?.starts ?? []).map((start, index, starts) => {
    const to = starts[index + 1]?.at ?? job?.ended;
    return stayOf(
      start,
      to,
      start.transfers.flatMap((id) => all.get(id) ?? []),
    );
  });

const stayOf = (
  { url, at, transfers: ids }: SourceStart,
  to: LogLine | undefined,
  transfers: readonly Transfer[],
): Stay => ({
  url,
  server: serverOfUrl(url),
  transfers: ids,
  from: at,
  to,
  elapsed: to === undefined ? undefined : elapsed(at, to),
  bytes: transfers.reduce((sum, { bytes }) => sum + bytes, 0),
  retries: transfers.reduce((sum, { retries }) => sum + retries, 0),
  errors: togetherErrors(transfers.flatMap(({ errors }) => errors)),
});
