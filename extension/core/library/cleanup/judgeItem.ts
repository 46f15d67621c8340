import { needSourceWords, type NeedSource } from '../../impact/needSource';
import { deploymentWords, sequenceWords } from '../../impact/impactWords';
import { isAtWork } from '../pairActivity';
import type { CleanupGround } from './cleanupGround';
import type { CleanupItem } from './cleanupItem';

/** What may be done about an item, the worst first. Names are the contract with the page and the command line. */
export const cleanupStandings = ['inFlight', 'mistake', 'unknown', 'safe'] as const;
export type CleanupStanding = (typeof cleanupStandings)[number];

/** What tells it, the strongest of each standing first. */
export const cleanupSources = [
  'job',
  'target',
  'group',
  'taskSequence',
  'deployment',
  'notRead',
  'package',
  'nothing',
] as const;
export type CleanupSource = (typeof cleanupSources)[number];

export interface CleanupEvidence {
  readonly source: CleanupSource;
  /** A sentence. */
  readonly text: string;
}

export interface JudgedItem extends CleanupItem {
  /** As the site names it; '' where it has no such package. */
  readonly name: string;
  readonly standing: CleanupStanding;
  /** Never empty. */
  readonly evidence: readonly CleanupEvidence[];
}

/** What the site says about an item. What was not read is never taken for absent. */
export const judgeItem = (item: CleanupItem, ground: CleanupGround): JudgedItem => {
  const told = item.packageId ?? packageOfContents(item, ground);
  if (told === undefined) return { ...item, name: '', ...contentOnly(item, ground) };
  const packageId = told.toUpperCase();
  const flags = [
    ...targetEvidence(packageId, ground),
    ...groupEvidence(packageId, ground),
    ...needEvidence(packageId, ground),
  ];
  const known = ground.packages?.get(packageId);
  const judged = { ...item, packageId, name: known?.name ?? '' };
  if (isMoving(packageId, ground)) return { ...judged, standing: 'inFlight', evidence: [onItsWay, ...flags] };
  const unread = unreadEvidence(ground);
  if (flags.length > 0) return { ...judged, standing: 'mistake', evidence: [...flags, ...unread] };
  if (unread.length > 0) return { ...judged, standing: 'unknown', evidence: unread };
  return {
    ...judged,
    standing: 'safe',
    evidence: [
      known === undefined
        ? { source: 'package', text: 'The site has no package with this ID any more.' }
        : {
            source: 'nothing',
            text: 'It is not targeted here, no group asks for it, and no task sequence or deployment names it.',
          },
    ],
  };
};

const onItsWay: CleanupEvidence = {
  source: 'job',
  text: 'A distribution of it to this DP is under way, or has just been: do not clean up before it ends.',
};

const isMoving = (packageId: string, { site, packages, freshSince }: CleanupGround): boolean =>
  site.kind === 'read' && isAtWork(site.value, packageId, packages?.get(packageId), freshSince);

const beingDeleted = 3;

const targetEvidence = (packageId: string, { site, dpName }: CleanupGround): readonly CleanupEvidence[] => {
  const target = site.kind === 'read' ? site.value.targets.get(packageId) : undefined;
  return target === undefined || target.status === beingDeleted
    ? []
    : [{ source: 'target', text: `It is targeted to ${dpName}: clients may be sent there for it.` }];
};

const groupEvidence = (packageId: string, { groupsOf }: CleanupGround): readonly CleanupEvidence[] => {
  const names = groupsOf?.(packageId) ?? [];
  return names.length === 0
    ? []
    : [
        {
          source: 'group',
          text: `Still asked for by ${names.length === 1 ? 'the group' : 'the groups'} ${names.join(', ')}.`,
        },
      ];
};

const needEvidence = (packageId: string, { needs }: CleanupGround): readonly CleanupEvidence[] => {
  const { bootImageOf, usedBy, deployments } = needs.of(packageId);
  const sequences = [...bootImageOf, ...usedBy];
  return [
    ...(sequences.length === 0
      ? []
      : [
          {
            source: 'taskSequence' as const,
            text: `Needed by ${sequences.slice(0, 3).map(sequenceWords).join(', ')}${more(sequences.length - 3)}.`,
          },
        ]),
    ...(deployments.length === 0
      ? []
      : [
          {
            source: 'deployment' as const,
            text: `Named by ${deployments.slice(0, 3).map(deploymentWords).join(', ')}${more(deployments.length - 3)}.`,
          },
        ]),
  ];
};

const more = (count: number): string => (count > 0 ? ` and ${count} more` : '');

const asked: readonly NeedSource[] = ['taskSequences', 'references', 'deployments'];

/** What could not be read, and might speak for the item. */
const unreadEvidence = ({
  site,
  groupsOf,
  packages,
  needsNotRead,
}: CleanupGround): readonly CleanupEvidence[] =>
  [
    ...(site.kind === 'notRead' ? [`What is targeted here could not be read: ${site.cause}`] : []),
    ...(site.kind === 'read' && site.value.isScoped
      ? ['Targets are shown by the roles of the account: it may be targeted here all the same.']
      : []),
    ...(site.kind === 'read' && site.value.openJobs === undefined
      ? ['Distribution jobs could not be read: it may be on its way.']
      : []),
    ...(groupsOf === undefined ? ['Not all groups could be read: one of them may ask for it.'] : []),
    ...(packages === undefined
      ? ['Not all packages could be read: whether it still exists is unknown.']
      : []),
    ...asked
      .filter((source) => needsNotRead.includes(source))
      .map((source) => `Not read: ${needSourceWords[source]}.`),
  ].map((text) => ({ source: 'notRead' as const, text }));

const packageOfContents = ({ contentIds }: CleanupItem, { contents }: CleanupGround): string | undefined => {
  if (contents.kind === 'notRead') return undefined;
  const found = new Set(contentIds.flatMap((contentId) => contents.value.get(contentId) ?? []));
  const [only] = found;
  return found.size === 1 ? only : undefined;
};

/** A content of which no package is known. */
const contentOnly = (
  { contentIds }: CleanupItem,
  { contents }: CleanupGround,
): Pick<JudgedItem, 'standing' | 'evidence'> => {
  if (contents.kind === 'notRead')
    return {
      standing: 'unknown',
      evidence: [
        { source: 'notRead', text: `Which package this content is of could not be read: ${contents.cause}` },
      ],
    };
  return contentIds.some((contentId) => contents.value.has(contentId))
    ? {
        standing: 'unknown',
        evidence: [{ source: 'notRead', text: 'Its contents are of more than one package.' }],
      }
    : {
        standing: 'safe',
        evidence: [{ source: 'package', text: 'No package of the site has this content any more.' }],
      };
};
