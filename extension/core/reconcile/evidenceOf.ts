import { packageNote } from '../content/packageNote';
import { statusMessageWords } from '../monitor/statusMessage';
import type { Evidence } from './evidence';
import { installedClaim, installedWords } from './installed';
import { isAboutDistribution, passId, removedId } from './messageIds';
import type { PairMessage } from './pairFacts';
import type { PairView } from './pairView';
import { newest } from './sightings';
import type { FactSource } from './siteFacts';

/** One kind of fact of a pair, as evidence; nothing where there is no such fact. */
export type EvidenceKind = (view: PairView) => readonly Evidence[];

const fact = (
  source: string,
  text: string,
  more: Partial<Pick<Evidence, 'time' | 'recordId' | 'raw'>> = {},
): Evidence => ({ source, text, time: undefined, recordId: undefined, raw: undefined, ...more });

export const ofMessage = (message: PairMessage | undefined): readonly Evidence[] =>
  message === undefined
    ? []
    : [
        fact(`status message ${message.messageId}`, `${statusMessageWords(message.messageId)}.`, {
          time: message.time,
          recordId: message.recordId,
          raw: message.version === undefined ? undefined : `package version ${message.version}`,
        }),
      ];

const value = (name: string, raw: number | undefined): string => `${name} ${raw ?? 'NULL'}`;

/** That there is no such fact: told only where everything that could know of it was read. */
export const absence = (
  { site }: PairView,
  sources: readonly FactSource[],
  source: string,
  text: string,
  raw?: string,
): readonly Evidence[] =>
  sources.some((needed) => site.notRead.has(needed)) ? [] : [fact(source, text, { raw })];

/** The target row, and those that a DP reassignment left beside it. */
export const target: EvidenceKind = ({ pair }) => {
  const rows = [...(pair.target === undefined ? [] : [pair.target]), ...pair.surplusTargets];
  if (rows.length === 0) return [fact('v_DistributionPoint', 'No target row of this pair.')];
  return rows.map((row, index) =>
    fact(
      'v_DistributionPoint',
      index === 0
        ? `Targeted as ${row.nalPath} of site ${row.siteCode}.`
        : `A further row names site ${row.siteCode}: left by a reassignment of the DP.`,
      { time: row.lastRefresh, raw: value('Status', row.status) },
    ),
  );
};

export const groups: EvidenceKind = ({ site, pair }) =>
  site.inventory.groups
    .filter(({ members, packageIds }) => members.includes(pair.dp) && packageIds.includes(pair.packageId))
    .map(({ name, groupId }) =>
      fact('v_DPGroupPackages', `DP group "${name}" has the package and this member.`, { raw: groupId }),
    );

export const packageRow: EvidenceKind = (view) => {
  const { package: content, pair } = view;
  if (content === undefined)
    return absence(view, ['packages'], 'v_Package', `No row of package ${pair.packageId}.`, contents(view));
  const versions = `source version ${content.sourceVersion ?? 'unknown'}, stored version ${content.storedVersion ?? 'unknown'}`;
  const size = content.bytes === undefined ? 'size unknown' : `${content.bytes} bytes`;
  const raw = [
    value('PackageType', content.type),
    value('PkgSourceFlag', content.sourceFlag),
    value('PkgFlags', content.flags),
    value('ActionInProgress', content.actionInProgress),
    value('Action', content.action),
  ];
  const source = content.isUnlisted === true ? 'v_SmsPackage' : 'v_Package';
  return [fact(source, `${content.name}: ${versions}, ${size}.`, { raw: raw.join(', ') })];
};

/** What is peculiar to the package, whatever the verdict. */
export const packagePeculiarity: EvidenceKind = ({ package: content }) => {
  const note = content && packageNote(content);
  const raw = content?.isPredefined === true ? 'IsPredefinedPackage 1' : 'v_Package: no row';
  return note === undefined ? [] : [fact('v_SmsPackage', note, { raw })];
};

const contents = ({ pair, site }: PairView): string | undefined =>
  pair.hasContent === undefined || site.notRead.has('contents')
    ? undefined
    : `vSMS_Content: ${pair.hasContent ? 'rows' : 'no row'}`;

export const summary: EvidenceKind = ({ pair: { summary: row } }) =>
  row === undefined
    ? []
    : [
        fact('v_PackageStatusDistPointsSumm', `Version ${row.sourceVersion ?? 'unknown'} on the DP.`, {
          time: row.summaryDate,
          raw: value('State', row.state),
        }),
      ];

export const status: EvidenceKind = ({ pair: { status: row } }) =>
  row === undefined
    ? []
    : [
        fact('vSMS_DistributionDPStatus', `${statusMessageWords(row.messageId)}.`, {
          time: row.lastUpdate,
          recordId: row.recordId,
          raw: value('MessageState', row.messageState),
        }),
      ];

export const stateGroup: EvidenceKind = ({ pair }) =>
  pair.stateGroup === undefined
    ? []
    : [
        fact(
          'v_ContentDistribution',
          `Content state: ${stateGroups.get(pair.stateGroup) ?? 'not documented'}.`,
          {
            raw: value('StateGroup', pair.stateGroup),
          },
        ),
      ];

const stateGroups: ReadonlyMap<number, string> = new Map([
  [1, 'installed'],
  [2, 'in progress'],
  [4, 'failed'],
]);

export const jobs: EvidenceKind = ({ pair }) =>
  pair.jobs.map((job) =>
    fact('vSMS_DistributionJob', `Distribution job ${job.jobId}.`, {
      time: job.changed,
      raw: value('State', job.state),
    }),
  );

export const placed: EvidenceKind = (view) => {
  const known = view.placed;
  if (known === undefined)
    return absence(
      view,
      ['summaries', 'statuses', 'messages'],
      'v_DistributionPoint',
      'Nothing says when content was placed here.',
    );
  switch (known.by) {
    case 'LastCopied':
      return [fact('v_PackageStatusDistPointsSumm', 'Content placed: LastCopied.', { time: known.time })];
    case 'LastRefreshTime':
      return [fact('v_DistributionPoint', 'Content placed: LastRefreshTime.', { time: known.time })];
    default:
      return ofMessage(known.by);
  }
};

export const pass: EvidenceKind = (view) => {
  const { results, pair } = view;
  const known = results.pass;
  if (known === undefined)
    return absence(
      view,
      ['messages', 'statuses', 'validatedVersions'],
      'status message 2384',
      'No pass since content was placed.',
    );
  switch (known.by) {
    case 'ValidatedVersionTime':
      return [
        fact('v_ContentDistributionVersions', 'Verified: ValidatedVersionTime.', {
          time: known.time,
          raw: value('ValidatedVersion', pair.validated?.version),
        }),
      ];
    case 'history':
      return [
        fact('own history', 'Verified: remembered of an earlier read of the site.', {
          time: known.time,
          raw: value('version', pair.rememberedPass?.version),
        }),
      ];
    default:
      return ofMessage(known.by);
  }
};

export const fail: EvidenceKind = ({ results }) => ofMessage(results.fail);

export const validatedRow: EvidenceKind = ({ pair: { validated } }) =>
  validated === undefined
    ? []
    : [
        fact('v_ContentDistributionVersions', `Version ${validated.version ?? 'unknown'} verified.`, {
          time: validated.time,
          raw: value('ValidatedVersion', validated.version),
        }),
      ];

/** What validation verified of other versions than the package's. */
export const validatedVersion: EvidenceKind = (view) => [
  ...validatedRow(view),
  ...ofMessage(
    newest(view.messages, ({ messageId, version }) => messageId === passId && version !== undefined),
  ),
];

/** What says whether clients are sent there. */
export const installedStatus: EvidenceKind = ({ pair }) => {
  const claim = installedClaim(pair);
  return claim === undefined
    ? []
    : [fact(claim.source, installedWords(claim.installed), { time: claim.time, raw: claim.raw })];
};

export const removal: EvidenceKind = ({ messages }) =>
  ofMessage(newest(messages, ({ messageId }) => messageId === removedId));

export const lastMessage: EvidenceKind = ({ messages }) => ofMessage(newest(messages, () => true));

export const lastDistributionMessage: EvidenceKind = ({ messages }) =>
  ofMessage(newest(messages, ({ messageId }) => isAboutDistribution(messageId)));
