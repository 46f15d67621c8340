import { performance } from 'node:perf_hooks';

/** Between two looks at the event loop, in milliseconds. */
const step = 2;

/**
 * The longest time for which this process's event loop was busy at a stretch while `task` ran, in milliseconds:
 * nothing else that lives in the extension host could do anything then. Time in which the loop waited for work is
 * not counted, though a machine under load wakes it late.
 */
export const longestBlock = async (task: () => Promise<unknown>): Promise<number> => {
  let longest = 0;
  let last = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    longest = Math.max(longest, performance.eventLoopUtilization(now, last).active);
    last = now;
  }, step);
  try {
    await task();
    await new Promise((resolve) => setTimeout(resolve, 5 * step));
  } finally {
    clearInterval(timer);
  }
  return longest;
};
