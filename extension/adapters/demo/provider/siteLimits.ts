import { minute } from '../site/time';

/** How the demo site's Software Distribution component is set (ConfigMgr's defaults but for the retries). */
export const siteLimits = {
  /** Packages at once x threads of each: what Package Transfer Manager sends at once. */
  sendingThreads: 3 * 5,
  /** Unfinished jobs that a pull DP is given. */
  pullDpJobs: 50,
  /** 100 on most sites: the demo site gives up while one is still watching. */
  retries: 3,
  retryDelay: 30 * minute,
} as const;
