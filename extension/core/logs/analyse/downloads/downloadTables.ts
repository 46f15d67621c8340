import { contentSubject } from '../contentSubject';
import { elapsed } from '../logLine';
import { errorsText } from '../rawErrors';
import type { FactTable } from '../section';
import type { Download, LocationReply, PullContent, PullRun, Stay, Transfer } from './downloadFacts';
import {
  allErrors,
  downloadOutcomes,
  downloadSubject,
  offersText,
  pullOutcomes,
  pullSubject,
  transferOutcomes,
} from './downloadWords';

export const downloadTable: FactTable<Download> = {
  id: 'downloads',
  title: 'Downloads of the client',
  columns: [
    { key: 'content', title: 'Content', kind: 'text', cell: ({ content }) => content || undefined },
    { key: 'outcome', title: 'Outcome', kind: 'text', cell: ({ outcome }) => downloadOutcomes[outcome] },
    {
      key: 'requested',
      title: 'Requested',
      kind: 'line',
      cell: ({ requested, began }) => requested ?? began,
    },
    { key: 'elapsed', title: 'Took', kind: 'duration', cell: tookOf },
    { key: 'offered', title: 'Offered', kind: 'text', cell: ({ offers }) => offersText(offers) || undefined },
    { key: 'used', title: 'Used', kind: 'text', cell: ({ stays }) => stays.at(-1)?.server },
    { key: 'switches', title: 'Switches', kind: 'count', cell: ({ switches }) => switches },
    { key: 'bytes', title: 'Bytes', kind: 'bytes', cell: ({ bytes }) => bytes },
    { key: 'retries', title: 'Retries', kind: 'count', cell: ({ retries }) => retries },
    { key: 'errors', title: 'Errors', kind: 'text', cell: (download) => allErrors(download) || undefined },
    { key: 'job', title: 'Job', kind: 'text', cell: ({ job }) => job },
  ],
  subject: downloadSubject,
  lines: ({ lines }) => lines,
  tone: ({ outcome }) =>
    outcome === 'failed' || outcome === 'noLocation'
      ? 'error'
      : outcome === 'waiting'
        ? 'warning'
        : undefined,
};

export interface DownloadStay {
  readonly download: Download;
  readonly stay: Stay;
}

export const stayTable: FactTable<DownloadStay> = {
  id: 'sources',
  title: 'Time at each distribution point',
  columns: [
    { key: 'content', title: 'Content', kind: 'text', cell: ({ download }) => download.content || undefined },
    { key: 'server', title: 'Distribution point', kind: 'text', cell: ({ stay }) => stay.server || stay.url },
    { key: 'locality', title: 'Locality', kind: 'text', cell: (one) => offerOf(one)?.locality || undefined },
    { key: 'order', title: 'Order', kind: 'count', cell: (one) => offerOf(one)?.order },
    { key: 'from', title: 'From', kind: 'line', cell: ({ stay }) => stay.from },
    { key: 'elapsed', title: 'Time', kind: 'duration', cell: ({ stay }) => stay.elapsed },
    { key: 'bytes', title: 'Bytes', kind: 'bytes', cell: ({ stay }) => stay.bytes },
    { key: 'retries', title: 'Retries', kind: 'count', cell: ({ stay }) => stay.retries },
    {
      key: 'errors',
      title: 'Errors',
      kind: 'text',
      cell: ({ stay }) => errorsText(stay.errors) || undefined,
    },
  ],
  subject: ({ download, stay }) => ({ ...downloadSubject(download), dp: stay.server }),
  lines: ({ stay }) => [stay.from, ...(stay.to === undefined ? [] : [stay.to])],
  tone: ({ stay }) => (stay.errors.length > 0 ? 'warning' : undefined),
};

export const replyTable: FactTable<LocationReply> = {
  id: 'locations',
  title: 'Locations from the management point',
  columns: [
    { key: 'at', title: 'When', kind: 'line', cell: ({ at }) => at },
    { key: 'count', title: 'Offered', kind: 'count', cell: ({ offers }) => offers.length },
    {
      key: 'offers',
      title: 'Distribution points',
      kind: 'text',
      cell: ({ offers }) => offersText(offers) || undefined,
    },
    { key: 'request', title: 'Request', kind: 'text', cell: ({ request }) => request },
    { key: 'job', title: 'Job', kind: 'text', cell: ({ job }) => job || undefined },
  ],
  subject: ({ job }) => (job === '' ? {} : { job }),
  lines: ({ at }) => [at],
  tone: ({ offers }) => (offers.length === 0 ? 'error' : undefined),
};

export interface PullRunContent {
  readonly run: PullRun;
  /** undefined: the log does not tell any. */
  readonly content: PullContent | undefined;
}

export const pullTable: FactTable<PullRunContent> = {
  id: 'pull',
  title: 'Content of the pull DP',
  columns: [
    { key: 'packageId', title: 'Package', kind: 'text', cell: ({ run }) => run.packageId },
    { key: 'version', title: 'Version', kind: 'count', cell: ({ run }) => run.version },
    { key: 'outcome', title: 'Package outcome', kind: 'text', cell: ({ run }) => pullOutcomes[run.outcome] },
    { key: 'content', title: 'Content', kind: 'text', cell: ({ content }) => content?.content || undefined },
    {
      key: 'contentOutcome',
      title: 'Content outcome',
      kind: 'text',
      cell: ({ content }) => (content === undefined ? undefined : transferOutcomes[content.outcome]),
    },
    { key: 'state', title: 'State', kind: 'text', cell: ({ content }) => content?.state || undefined },
    {
      key: 'sources',
      title: 'From',
      kind: 'text',
      cell: ({ content }) => content?.sources.join(', ') || undefined,
    },
    { key: 'bytes', title: 'Bytes', kind: 'bytes', cell: ({ content }) => content?.bytes },
    { key: 'attempts', title: 'Attempts', kind: 'count', cell: ({ run }) => run.attempts },
    { key: 'retries', title: 'Retries', kind: 'count', cell: ({ content }) => content?.retries },
    {
      key: 'errors',
      title: 'Errors',
      kind: 'text',
      cell: ({ content }) => errorsText(content?.errors ?? []) || undefined,
    },
    { key: 'began', title: 'Began', kind: 'line', cell: ({ run }) => run.began },
    { key: 'ended', title: 'Ended', kind: 'line', cell: ({ run }) => run.ended },
  ],
  subject: ({ run, content }) => ({ ...contentSubject(content?.content ?? ''), ...pullSubject(run) }),
  lines: ({ run, content }) => [...run.lines, ...(content?.errors ?? []).map(({ last }) => last)],
  tone: ({ run, content }) =>
    run.outcome === 'failed' || content?.outcome === 'failed' ? 'error' : undefined,
};

export const transferTable: FactTable<Transfer> = {
  id: 'transfers',
  title: 'Other transfers',
  columns: [
    { key: 'content', title: 'Content', kind: 'text', cell: ({ content }) => content || undefined },
    { key: 'server', title: 'From', kind: 'text', cell: ({ server }) => server || undefined },
    { key: 'outcome', title: 'Outcome', kind: 'text', cell: ({ outcome }) => transferOutcomes[outcome] },
    { key: 'state', title: 'State', kind: 'text', cell: ({ state }) => state || undefined },
    { key: 'bytes', title: 'Bytes', kind: 'bytes', cell: ({ bytes }) => bytes },
    { key: 'totalBytes', title: 'Of', kind: 'bytes', cell: ({ totalBytes }) => totalBytes },
    { key: 'retries', title: 'Retries', kind: 'count', cell: ({ retries }) => retries },
    { key: 'lastRetry', title: 'Last retry', kind: 'count', cell: ({ lastRetry }) => lastRetry || undefined },
    { key: 'errors', title: 'Errors', kind: 'text', cell: ({ errors }) => errorsText(errors) || undefined },
    { key: 'job', title: 'Job', kind: 'text', cell: ({ job }) => job },
  ],
  subject: ({ job, content, server }) => ({
    job,
    ...contentSubject(content),
    ...(server === '' ? {} : { dp: server }),
  }),
  lines: ({ lines }) => lines,
  tone: ({ outcome, errors }) => (outcome === 'failed' ? 'error' : errors.length > 0 ? 'warning' : undefined),
};

function tookOf({ requested, began, ended }: Download): number | undefined {
  const from = requested ?? began;
  return from === undefined || ended === undefined ? undefined : elapsed(from, ended);
}

const offerOf = ({ download, stay }: DownloadStay) => download.offers.find(({ url }) => url === stay.url);
