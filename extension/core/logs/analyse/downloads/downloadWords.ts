import { contentSubject } from '../contentSubject';
import { errorsText } from '../rawErrors';
import type { Subject } from '../report';
import type {
  Download,
  DownloadOutcome,
  Offer,
  PullOutcome,
  PullRun,
  TransferOutcome,
} from './downloadFacts';

export const downloadOutcomes: Readonly<Record<DownloadOutcome, string>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  noLocation: 'no location left',
  waiting: 'waits for a location',
  suspended: 'suspended',
  open: 'not told',
};

export const pullOutcomes: Readonly<Record<PullOutcome, string>> = {
  succeeded: 'succeeded',
  warning: 'succeeded with a warning',
  failed: 'failed',
  cancelled: 'cancelled',
  open: 'not told',
};

export const transferOutcomes: Readonly<Record<TransferOutcome, string>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  open: 'not told',
};

export const downloadSubject = ({ job, content, stays }: Download): Subject => {
  const dp = stays.at(-1)?.server ?? '';
  return { job, ...contentSubject(content), ...(dp === '' ? {} : { dp }) };
};

export const pullSubject = ({ packageId }: PullRun): Subject => ({ packageId });

export const downloadName = ({ job, content }: Download): string =>
  content === '' ? `Download job ${job}` : `Download of ${content}`;

export const pullName = ({ packageId, version }: PullRun): string =>
  `Package ${packageId}${version === undefined ? '' : ` version ${version}`} of the pull DP`;

/** `DP1 (LOCAL), DP2`. */
export const offersText = (offers: readonly Offer[]): string =>
  offers
    .map(
      ({ server, url, locality }) =>
        `${server === '' ? url : server}${locality === '' ? '' : ` (${locality})`}`,
    )
    .join(', ');

/** All codes of a download, those of its transfers too. */
export const allErrors = ({ errors, stays }: Download): string =>
  errorsText([...errors, ...stays.flatMap((stay) => stay.errors)]);
