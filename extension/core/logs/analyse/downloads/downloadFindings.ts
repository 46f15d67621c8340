import type { LogLine } from '../logLine';
import { codeText, errorsText, type RawError } from '../rawErrors';
import type { Finding } from '../report';
import { counted, durationText } from '../words';
import type { Download, DownloadFacts, LocationReply, PullRun, Transfer } from './downloadFacts';
import { allErrors, downloadName, downloadSubject, pullName, pullSubject } from './downloadWords';

/** From here on a job waits for ever in practice: its attempts are an hour apart. */
const manyRetries = 20;

export const downloadFindings = (facts: DownloadFacts): readonly Finding[] => [
  ...facts.downloads.flatMap((download) => [
    ...endings(download),
    ...switchings(download),
    ...retryings(download),
  ]),
  ...facts.replies.filter(({ offers, job }) => offers.length === 0 && job === '').map(emptyReply),
  ...facts.pullRuns.flatMap(pullEndings),
  ...facts.otherTransfers.flatMap(transferEndings),
  ...(facts.otherErrors.length === 0 ? [] : [loneErrors(facts.otherErrors)]),
];

const behind = (errors: string): string => (errors === '' ? '' : ` Errors: ${errors}.`);

const endings = (download: Download): readonly Finding[] => {
  const { outcome, stays, offers, lines } = download;
  const from = stays.at(-1)?.server;
  const told = (tone: Finding['tone'], text: string): readonly Finding[] => [
    { tone, text: `${downloadName(download)} ${text}`, subject: downloadSubject(download), lines },
  ];
  switch (outcome) {
    case 'failed':
      return told(
        'error',
        `failed${from === undefined ? '' : ` from ${from}`}.${hashText(download)}${behind(allErrors(download))}`,
      );
    case 'noLocation':
      return told(
        'error',
        `has no location left, after ${counted(stays.length, 'source')} of ${counted(offers.length, 'offer')}.${behind(allErrors(download))}`,
      );
    case 'waiting':
      return told(
        'warning',
        'waits: the management point offered no location. The client waits up to 8 hours; look at boundary groups, and whether the content is on their DPs.',
      );
    case 'suspended':
      return told('info', 'is suspended.');
    case 'open':
    case 'succeeded':
      return [];
  }
};

const hashText = ({ wrongHash }: Download): string =>
  wrongHash === undefined
    ? ''
    : ` Its hash is ${wrongHash.actual} and should be ${wrongHash.expected}: validate and redistribute the content on that DP.`;

const switchings = (download: Download): readonly Finding[] =>
  download.stays.slice(1).map((next, index) => {
    const left = download.stays[index] ?? next;
    const stayed =
      left.elapsed === undefined || Number.isNaN(left.elapsed) ? '' : ` after ${durationText(left.elapsed)}`;
    return {
      tone: 'warning',
      text: `${downloadName(download)} left ${left.server}${stayed} for ${next.server}.${behind(errorsText(left.errors))}`,
      subject: { ...downloadSubject(download), dp: left.server },
      lines: [left.from, ...left.errors.map(({ last }) => last), next.from],
    };
  });

const retryings = (download: Download): readonly Finding[] =>
  download.retries < manyRetries
    ? []
    : [
        {
          tone: 'warning',
          text: `${downloadName(download)} was tried ${counted(download.retries, 'time')} again.${behind(allErrors(download))}`,
          subject: downloadSubject(download),
          lines: download.lines,
        },
      ];

const emptyReply = ({ request, at }: LocationReply): Finding => ({
  tone: 'error',
  text: `The management point offered no distribution point for location request ${request}: no boundary group of the client has a DP with this content.`,
  subject: {},
  lines: [at],
});

const pullEndings = (run: PullRun): readonly Finding[] => {
  const failed = run.contents.filter(({ outcome }) => outcome === 'failed');
  const lines = [...run.lines, ...failed.flatMap(({ errors }) => errors.map(({ last }) => last))];
  const subject = pullSubject(run);
  const why = failed
    .map(({ content, sources, errors }) => {
      const from = sources.length === 0 ? '' : ` from ${sources.join(', ')}`;
      return `${content}${from}: ${errorsText(errors)}${textOf(errors)}`;
    })
    .join('; ');
  if (run.outcome === 'failed')
    return [
      { tone: 'error', text: `${pullName(run)} failed.${why === '' ? '' : ` ${why}.`}`, subject, lines },
    ];
  if (run.outcome === 'cancelled')
    return [{ tone: 'info', text: `${pullName(run)} was cancelled.`, subject, lines }];
  return failed.length === 0 || run.outcome === 'succeeded'
    ? []
    : [{ tone: 'warning', text: `${pullName(run)} has content that failed. ${why}.`, subject, lines }];
};

const textOf = (errors: readonly RawError[]): string => {
  const text = errors.find((error) => error.text !== '')?.text ?? '';
  return text === '' ? '' : ` (${text.slice(0, 120)})`;
};

const transferEndings = ({
  job,
  server,
  content,
  outcome,
  errors,
  retries,
  lines,
}: Transfer): readonly Finding[] => {
  if (outcome !== 'failed' && (outcome === 'succeeded' || retries < manyRetries)) return [];
  const what = `Transfer of ${content === '' ? `job ${job}` : content}${server === '' ? '' : ` from ${server}`}`;
  const text =
    outcome === 'failed' ? `${what} failed.` : `${what} was tried ${counted(retries, 'time')} again.`;
  return [
    {
      tone: outcome === 'failed' ? 'error' : 'warning',
      text: `${text}${behind(errorsText(errors))}`,
      subject: { job, ...(server === '' ? {} : { dp: server }) },
      lines,
    },
  ];
};

const loneErrors = (errors: readonly RawError[]): Finding => ({
  tone: 'info',
  text: `Errors whose transfer is not in the logs: ${errors.map(({ code, count }) => `${codeText(code)} ${counted(count, 'time')}`).join(', ')}.`,
  subject: {},
  lines: errors.flatMap(({ first, last }): readonly LogLine[] => (first === last ? [first] : [first, last])),
});
