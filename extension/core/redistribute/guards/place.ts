import { formatBytes } from '../../filter/bytes';
import { growthOf } from '../growth';
import { every, sending, type Guard } from './guard';

/** PkgXferMgr sends a pull DP no more unfinished jobs (`PullDP has reached maximum capacity 50`). */
const pullDpCapacity = 50;

/** The DP cannot take it, or it would do nothing there. */
export const placeGuards: readonly Guard[] = [
  {
    rule: 'cloudDp',
    actions: ['validate'],
    against: ({ dp }) => (dp?.isCloud === true ? 'A cloud DP has no content validation.' : undefined),
  },
  {
    rule: 'siteServerDp',
    actions: ['redistribute', 'cancel'],
    against: ({ dp }, _, action) =>
      dp?.isSiteServer === true
        ? `This DP is on the site server, whose library is the site's own: a ${action === 'cancel' ? 'cancellation' : 'redistribution'} does nothing there. Update the package's content instead (it goes to all DPs of the package).`
        : undefined,
  },
  {
    rule: 'maintenance',
    actions: sending,
    against: ({ place }) =>
      place?.inMaintenance === true
        ? 'The DP is in maintenance mode: the site sends it nothing. End maintenance mode first.'
        : undefined,
  },
  {
    rule: 'dpDown',
    actions: every,
    against: ({ troubles }, _, action) => {
      const trouble = troubles.find(({ kind }) => kind === 'unreachable');
      return trouble === undefined || action === 'cancel'
        ? undefined
        : `The site could not reach the DP (${trouble.messageId}, ${timeOf(trouble.time)}), and nothing has arrived there since. Check that it is up, its network and its rights.`;
    },
  },
  {
    rule: 'noSpace',
    actions: sending,
    against: ({ finding, package: content, place }, { planned }, action) => {
      const needed = growthOf(action, finding.verdict, content?.bytes) ?? 0;
      if (place?.free === undefined || needed === 0) return undefined;
      const left = place.free - (planned.get(finding.dp) ?? 0);
      return needed > left
        ? `Its drives have ${formatBytes(Math.max(0, left))} left beside what the plan sends there, and it needs ${formatBytes(needed)}. Make room on the DP first.`
        : undefined;
    },
  },
  {
    rule: 'pullSourcesLack',
    actions: sending,
    against: ({ dp, pullSources }) =>
      dp?.isPullDp === true && pullSources.length > 0 && pullSources.every(({ has }) => has === false)
        ? `None of the DPs that this pull DP fetches from has the content (${pullSources.map(({ dpName }) => dpName).join(', ')}). Repair it there first.`
        : undefined,
  },
  {
    rule: 'pullDpFull',
    actions: sending,
    against: ({ dp, place }) =>
      dp?.isPullDp === true && (place?.openJobs ?? 0) >= pullDpCapacity
        ? `The pull DP has ${place?.openJobs ?? 0} open jobs, and is sent no more than ${pullDpCapacity}. Wait until it has caught up.`
        : undefined,
  },
];

export const timeOf = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
