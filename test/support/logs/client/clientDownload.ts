import type { Draw } from '../draw';
import type { WrittenRecord } from '../writtenRecord';
import { JobTeller } from './clientLogs';
import { tellTransfer, type TransferStory } from './transferStory';

/** What an analyser has to find of a download. */
export interface ClientDownloadTruth {
  /** GUIDs in braces, as logs have them. */
  readonly job: string;
  readonly content: string;
  readonly sizeKb: number;
  readonly offers: readonly { readonly server: string; readonly locality: string }[];
  readonly stays: readonly StayTruth[];
  readonly emptyReplies: number;
  readonly outcome: 'succeeded' | 'failed' | 'noLocation' | 'waiting' | 'suspended' | 'open';
  readonly hash: readonly [expected: string, actual: string] | undefined;
}

export interface StayTruth extends TransferStory {
  readonly server: string;
  /** Milliseconds; undefined when the log ends with it. */
  readonly elapsed: number | undefined;
}

export interface ClientDownload {
  readonly records: readonly WrittenRecord[];
  readonly truth: ClientDownloadTruth;
}

const localities = ['LOCAL', 'SUBNET', 'BOUNDARYGROUP', 'SITE', 'REMOTE'];
const context = 'under context System';

/** A download as CAS, ContentTransferManager, LocationServices and DataTransferService log it. */
export const clientDownload = (draw: Draw, at: number): ClientDownload => {
  const teller = new JobTeller(draw, at);
  const job = draw.guid;
  const content = draw.chance(0.3)
    ? `${draw.packageId}.${draw.int(1, 9)}`
    : `Content_${draw.guid.slice(1, -1).toLowerCase()}.1`;
  const sizeKb = draw.int(1, 900_000);
  const emptyReplies = draw.chance(0.2) ? draw.int(1, 3) : 0;
  teller.say(
    'ContentAccess',
    `Requesting content ${content}, size(KB) ${sizeKb}, ${context} with priority Medium`,
    `Submitted CTM job ${job} to download Content ${content} ${context}`,
    `Successfully created download request ${draw.guid} for content ${content}`,
  );
  teller.say('ContentTransferManager', `Starting CTM job ${job}.`);
  for (let empty = 0; empty < emptyReplies; empty++) tellEmptyReply(teller, job);
  const asked = { job, content, sizeKb, emptyReplies };
  if (emptyReplies > 0 && draw.chance(0.4))
    return {
      records: teller.records,
      truth: { ...asked, offers: [], stays: [], outcome: 'waiting', hash: undefined },
    };
  const offers = Array.from({ length: draw.int(1, 4) }, (_, order) => ({
    server: `DP${draw.int(1, 9)}${order}.CONTOSO.COM`,
    locality: draw.pick(localities),
  }));
  const urlOf = (server: string): string => `http://${server.toLowerCase()}:80/SMS_DP_SMSPKG$/${content}`;
  tellOffers(
    teller,
    job,
    content,
    offers.map(({ server, locality }) => ({ url: urlOf(server), locality })),
  );
  const outcome = draw.pick(['succeeded', 'succeeded', 'failed', 'noLocation', 'suspended', 'open'] as const);
  const used = offers.slice(0, draw.int(1, offers.length));
  const told = used.map(({ server }, index) => {
    const isLast = index === used.length - 1;
    const isWhole = isLast && (outcome === 'succeeded' || outcome === 'failed');
    return { server, ...tellStay(teller, job, urlOf(server), index, isWhole) };
  });
  const { ended, hash } = tellEnd(teller, job, content, outcome);
  const stays = told.map(({ from, ...stay }, index) => {
    const to = told[index + 1]?.from ?? ended;
    return { ...stay, elapsed: to === undefined ? undefined : to - from };
  });
  return { records: teller.records, truth: { ...asked, offers, stays, outcome, hash } };
};

const tellEmptyReply = (teller: JobTeller, job: string): void => {
  const request = teller.draw.guid;
  teller.say('ContentTransferManager', `Queued location request '${request}' for CTM job '${job}'.`);
  teller.say(
    'LocationServices',
    `LS Request CorrelationID ${request} - Calling back with empty distribution points list`,
  );
  teller.say('ContentTransferManager', `Received empty location update for CTM Job ${job}`);
};

const tellOffers = (
  teller: JobTeller,
  job: string,
  content: string,
  offers: readonly { readonly url: string; readonly locality: string }[],
): void => {
  const request = teller.draw.guid;
  teller.say('ContentTransferManager', `Queued location request '${request}' for CTM job '${job}'.`);
  teller.say('LocationServices', `Created filter for LS request ${request}.`);
  teller.say(
    'LocationServices',
    'ContentLocationReply : <ContentLocationReply SchemaVersion="1.00">\r\n\t<Sites/>\r\n</ContentLocationReply>',
    'Calling back with the following distribution points',
    ...offers.map(
      ({ url, locality }) =>
        `Distribution Point='${url}', Locality='${locality}', DPType='SERVER', Version='7958', Capabilities='<Capabilities SchemaVersion="1.0"/>', ForestTrust='TRUE', BlockInfo='0'`,
    ),
    `Calling back with locations for location request ${request}`,
  );
  const withLocalities = teller.draw.chance(0.5);
  if (withLocalities)
    teller.say(
      'ContentTransferManager',
      `Persisted locations for CTM job ${job}:\r\n${offers.map(({ url, locality }) => `\t(${locality}) '${url}'`).join('\r\n')}`,
    );
  else
    teller.say(
      'ContentTransferManager',
      ...offers.map(({ url }, order) => `Persisted location '${url}', Order ${order}, for CTM job ${job}`),
    );
  teller.say('ContentAccess', `Location update from CTM for content ${content} and request ${request}`);
  teller.say('ContentAccess', `Download location found 0 - ${offers[0]?.url ?? ''}`);
};

const tellStay = (
  teller: JobTeller,
  job: string,
  url: string,
  index: number,
  isWhole: boolean,
): TransferStory & { readonly from: number } => {
  const transfer = teller.draw.guid;
  const switched =
    index === 0
      ? undefined
      : teller.say('ContentTransferManager', `CTM job ${job} switched to location '${url}'`);
  const started = teller.say(
    'ContentTransferManager',
    `CTM job ${job} (corresponding DTS job ${transfer}) started download from '${url}' for full content download.`,
  );
  return { from: switched ?? started, ...tellTransfer(teller, transfer, url, isWhole) };
};

/** When the analyser takes the download to have ended: by the client's own word, else the manager's. */
const tellEnd = (
  teller: JobTeller,
  job: string,
  content: string,
  outcome: ClientDownloadTruth['outcome'],
): { readonly ended: number | undefined; readonly hash: ClientDownloadTruth['hash'] } => {
  const completed = `CTM job ${job} successfully processed download completion.`;
  if (outcome === 'succeeded') {
    const ended = teller.say('ContentTransferManager', completed);
    teller.say(
      'ContentAccess',
      `Download completed for content ${content} ${context}`,
      `Hash verification succeeded for content ${content} downloaded ${context}`,
    );
    return { ended, hash: undefined };
  }
  if (outcome === 'failed') {
    const ended = teller.say('ContentTransferManager', completed);
    const hash = [teller.draw.hex(64), teller.draw.hex(64)] as const;
    teller.say(
      'ContentAccess',
      `Hash does not match expected ${hash[0]}, actual ${hash[1]}`,
      `Download failed for content ${content} ${context}, error 0x80091007`,
    );
    return { ended, hash };
  }
  if (outcome === 'suspended')
    return { ended: teller.say('ContentTransferManager', `CTM job ${job} suspended`), hash: undefined };
  if (outcome !== 'noLocation') return { ended: undefined, hash: undefined };
  const ended = teller.say(
    'ContentTransferManager',
    `CCTMJob::EvaluateState(JobID=${job}, State=DownloadingData)`,
    'CCTMJob::_GetNextLocation failed with code 0x87d00215',
  );
  return { ended, hash: undefined };
};
