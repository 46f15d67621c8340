import { profileCases } from '../cases/profileCases';
import type { Case } from '../cases/case';
import type { Cycle } from './cycle';
import type { PairStory } from './pairStory';
import type { Random } from './random';
import { everyDays, everyHours, weekly } from './scheduleToken';
import { day, hour, messagesKeptFor, minute } from './time';

type Planned = Omit<Cycle, 'detailed'>;

/** How content validation behaves on a DP, and what that makes of its ordinary pairs. */
export interface DpProfile {
  readonly id: string;
  readonly validates: boolean;
  readonly schedule: (random: Random) => string;
  /** Newest first. */
  readonly cycles: (now: number, random: Random) => readonly Planned[];
  readonly ordinary: (story: PairStory) => Case;
  /** Cases of single pairs may happen here: its cycles finish. */
  readonly healthy: boolean;
  /** Part of the site's packages that it holds. */
  readonly share: number;
}

const finishedBetween = (start: number, stop: number): Planned => ({
  start,
  stop,
  reached: stop,
  mark: { id: 2386, time: stop },
});

/** A run that stopped at the package list. */
const disagreedAt = (time: number): Planned => ({
  start: time,
  stop: time + minute,
  reached: time,
  mark: { id: 2388, time },
});

/** Finished cycles one `interval` apart, as far back as any message is kept. */
const finished = (now: number, interval: number, length: number, random: Random): Planned[] => {
  const last = now - random.between(0.3, 0.7) * (interval - length) - 50 * minute;
  const count = Math.ceil(messagesKeptFor / interval) + 1;
  return Array.from({ length: count }, (_, back) => {
    const stop = Math.floor(last - back * interval);
    return finishedBetween(stop - length, stop);
  });
};

const validated = (): Case => profileCases.validated;

const healthy = (
  id: string,
  interval: number,
  length: (random: Random) => number,
  schedule: DpProfile['schedule'],
): DpProfile => ({
  id,
  schedule,
  validates: true,
  healthy: true,
  share: 1,
  cycles: (now, random) => finished(now, interval, Math.floor(length(random)), random),
  ordinary: validated,
});

const everyWeek: DpProfile['schedule'] = (random) => weekly(random.int(1, 7), random.int(0, 23));

const weeklyProfile = healthy('weekly', 7 * day, (random) => random.between(4 * hour, 9 * hour), everyWeek);

const daily = healthy(
  'daily',
  day,
  (random) => random.between(2 * hour, 5 * hour),
  (random) => everyDays(1, random.int(0, 23)),
);

const severalADay = healthy(
  'severalADay',
  6 * hour,
  (random) => random.between(90 * minute, 2 * hour),
  (random) => everyHours(6, random.int(0, 5)),
);

const longerThanADay = healthy(
  'longerThanADay',
  7 * day,
  (random) => random.between(28, 40) * hour,
  everyWeek,
);

/** A healthy one whose next cycle is at work right now. */
const runningNow: DpProfile = {
  ...weeklyProfile,
  id: 'runningNow',
  cycles: (now, random) => {
    const start = Math.floor(now - random.between(2 * hour, 4 * hour));
    const before = weeklyProfile.cycles(now - 2 * day, random);
    return [{ start, stop: start + 6 * hour, reached: now, mark: undefined }, ...before];
  },
};

/** The lists disagreed once; since then cycles finish again. */
const recovered: DpProfile = {
  ...weeklyProfile,
  id: 'recovered',
  cycles: (now, random) => {
    const [last, ...before] = weeklyProfile.cycles(now, random);
    if (last === undefined) return [];
    return [last, disagreedAt(last.start - day), ...before];
  },
};

/** The messages of the last cycle's second half were lost on the way. */
const suspect: DpProfile = {
  ...weeklyProfile,
  id: 'suspect',
  healthy: false,
  ordinary: ({ position }) => (position > 0.5 ? profileCases.messagesLost : profileCases.validated),
};

const neverFinished: DpProfile = {
  ...weeklyProfile,
  id: 'neverFinished',
  healthy: false,
  cycles: (now, random) =>
    [5, 12, 19, 26].map((back) => {
      const start = Math.floor(now - back * day - random.between(0, 8 * hour));
      return { start, stop: start + 10 * hour, reached: start + 9.2 * hour, mark: undefined };
    }),
  ordinary: (story) => {
    const reached = story.dp.cycles.some((cycle) => story.at(cycle) <= cycle.reached);
    return reached ? profileCases.verifiedInOpenCycle : profileCases.cycleNeverFinished;
  },
};

const listsDisagree: DpProfile = {
  ...weeklyProfile,
  id: 'listsDisagree',
  healthy: false,
  cycles: (now, random) =>
    [2, 9, 16, 23].map((back) => disagreedAt(Math.floor(now - back * day - random.between(0, 8 * hour)))),
  ordinary: ({ position }) => (position > 0.9 ? profileCases.listsDisagree : profileCases.knownByVersion),
};

/** The last cycle finished within what is kept, but began before: its 2393 and first 2384 are deleted. */
const purgedStart: DpProfile = {
  ...weeklyProfile,
  id: 'purgedStart',
  healthy: false,
  schedule: (random) => everyDays(31, random.int(0, 23)),
  cycles: (now) => {
    const start = now - messagesKeptFor - 3 * hour;
    return [finishedBetween(start, start + 42 * hour)];
  },
  ordinary: (story) =>
    story.at(story.cycle) > story.now - messagesKeptFor ? profileCases.validated : profileCases.purged,
};

/** Only the 2386 of the last cycle is kept: all else of it lies beyond the border. */
const purgedWhole: DpProfile = {
  ...purgedStart,
  id: 'purgedWhole',
  share: 0.1,
  cycles: (now) => {
    const border = now - messagesKeptFor;
    const packages = finishedBetween(border - 40 * hour, border - hour);
    return [{ ...packages, mark: { id: 2386, time: border + 5 * hour } }];
  },
  ordinary: () => profileCases.purged,
};

const validationOff: DpProfile = {
  ...weeklyProfile,
  id: 'validationOff',
  validates: false,
  healthy: false,
  cycles: () => [],
  ordinary: ({ position }) => {
    if (position > 0.93) return profileCases.validationOff;
    return position > 0.86 ? profileCases.validationOffOldPass : profileCases.knownByVersion;
  },
};

const cloud: DpProfile = {
  ...validationOff,
  id: 'cloud',
  share: 0.08,
  schedule: () => '',
  ordinary: () => profileCases.cloud,
};

const neverRan: DpProfile = {
  ...weeklyProfile,
  id: 'neverRan',
  healthy: false,
  share: 0.1,
  cycles: () => [],
  ordinary: () => profileCases.neverRan,
};

export const dpProfiles = {
  weekly: weeklyProfile,
  daily,
  severalADay,
  longerThanADay,
  runningNow,
  recovered,
  suspect,
  neverFinished,
  listsDisagree,
  purgedStart,
  purgedWhole,
  validationOff,
  cloud,
  neverRan,
} as const satisfies Record<string, DpProfile>;

export type ProfileId = keyof typeof dpProfiles;
