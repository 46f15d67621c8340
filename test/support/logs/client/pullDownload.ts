import type { Draw } from '../draw';
import type { WrittenRecord } from '../writtenRecord';
import { JobTeller } from './clientLogs';
import { tellTransfer, type TransferStory } from './transferStory';

export interface PullContentTruth extends TransferStory {
  readonly job: string;
  readonly content: string;
  readonly source: string;
  readonly outcome: 'succeeded' | 'failed' | 'open';
}

/** What an analyser has to find of a package that a pull DP downloads. */
export interface PullRunTruth {
  readonly packageId: string;
  readonly version: number;
  readonly attempts: number;
  readonly contents: readonly PullContentTruth[];
  readonly outcome: 'succeeded' | 'failed' | 'cancelled' | 'open';
}

export interface PullDownload {
  readonly records: readonly WrittenRecord[];
  readonly truth: PullRunTruth;
}

/** A package as PullDP and DataTransferService log it. */
export const pullDownload = (draw: Draw, at: number): PullDownload => {
  const teller = new JobTeller(draw, at);
  const [packageId, version] = [draw.packageId, draw.int(1, 40)];
  const key = `${packageId}.${version}`;
  const count = draw.int(1, 3);
  const report = (state: number): number =>
    teller.say(
      'PullDP',
      `Report state message 0x${state.toString(16).padStart(8, '0')} (${state}) to MP for package '${key}'`,
    );
  teller.say(
    'PullDP',
    `CPullDPService::LoadJobsFromXML for ${key}`,
    `- ${key} - XML has ${count} content jobs.`,
  );
  teller.say('PullDP', `CPullDPService::ExecuteJobs(). 1 jobs to do`);
  const attempts = draw.chance(0.2) ? 2 : 1;
  for (let attempt = 0; attempt < attempts; attempt++)
    teller.say('PullDP', `${key} Starting Download  there are ${count} content jobs.`);
  report(8);
  const contents = Array.from({ length: count }, () => tellContent(teller, key));
  const outcome = outcomeOf(draw, contents);
  if (outcome === 'succeeded') {
    teller.say(
      'PullDP',
      `All ${count} content jobs for ${key} have completed, notify of success…`,
      `${key} has completed successfully`,
    );
    report(1);
  } else if (outcome !== 'open') report(outcome === 'failed' ? 4 : 64);
  return { records: teller.records, truth: { packageId, version, attempts, contents, outcome } };
};

const outcomeOf = (draw: Draw, contents: readonly PullContentTruth[]): PullRunTruth['outcome'] => {
  if (draw.chance(0.1)) return 'cancelled';
  if (contents.every(({ outcome }) => outcome === 'succeeded')) return 'succeeded';
  return draw.chance(0.6) ? 'failed' : 'open';
};

const tellContent = (teller: JobTeller, key: string): PullContentTruth => {
  const { draw } = teller;
  const [job, transfer] = [draw.guid, draw.guid];
  const content = `Content_${draw.guid.slice(1, -1).toLowerCase()}.1`;
  const source = `SRC${draw.int(1, 5)}.CONTOSO.COM`;
  const outcome = draw.pick(['succeeded', 'succeeded', 'failed', 'open'] as const);
  const execute = (state: string): string =>
    `ContentExecuteJob ${job} (state: ${state}) for package ${key} content ${content}`;
  teller.say('PullDP', execute('1-NotStarted'), `${content}: 0 files already exists, 1 files to download`);
  const withSignature = draw.chance(0.3);
  const signature = draw.guid;
  if (withSignature) {
    teller.say(
      'PullDP',
      execute('1-NotStarted'),
      `Created SignatureDownload DTS job ${signature} for package ${key}, content id ${content}. JobState = NotStarted`,
    );
    const from = `http://${source}:80/SMS_DP_SMSSIG$/${content}`;
    teller.say(
      'DataTransferService',
      `DTSJob ${signature} created to download from '${from}' to 'D:\\SMSSIG$'.`,
    );
  }
  teller.say(
    'PullDP',
    `Created FullDownload DTS job ${transfer} for package ${key}, content id ${content}, content job id ${job}.`,
  );
  const url = `http://${source}:80/SMS_DP_SMSPKG$/${content}`;
  const story = tellTransfer(teller, transfer, url, outcome === 'succeeded');
  if (outcome === 'open') return { job, content, source, outcome, ...story };
  teller.say('PullDP', endOf(key, job, outcome));
  const errors = outcome === 'failed' ? { ...story.errors, '0x80070002': 1 } : story.errors;
  return { job, content, source, outcome, ...story, errors };
};

const endOf = (key: string, job: string, outcome: 'succeeded' | 'failed'): string =>
  outcome === 'succeeded'
    ? `DTS succeeded message received for ${key}, content job ${job}, status is 0x0 :`
    : `DTS error message received for ${key}, content job ${job}, 0x80070002 : BITS error: 'HTTP status 404: The requested URL does not exist on the server.`;
