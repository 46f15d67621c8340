/** DPs that are asked at once: each answer takes a while, and all of them go through the same few shells. */
const atOnce = 4;

/** Does the same to each, some at a time. Rejects with the first error when those under way have ended. */
export const fewAtOnce = async <T>(all: readonly T[], each: (one: T) => Promise<void>): Promise<void> => {
  const queue = all.values();
  const work = async (): Promise<void> => {
    for (const one of queue) await each(one);
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, work));
  for (const result of ended) if (result.status === 'rejected') throw result.reason;
};
