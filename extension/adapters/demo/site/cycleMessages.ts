import type { SiteModel } from './siteModel';
import type { MessageLog } from './messageLog';
import { messagesKeptFor } from './time';

/** The marks of all cycles that are kept: list read, all verified, lists disagree. */
export const logCycles = (site: SiteModel, log: MessageLog): void => {
  const border = site.options.now - messagesKeptFor;
  for (const dp of site.dps)
    for (const { start, mark } of dp.cycles) {
      const says = (id: number, time: number): void => {
        if (time > border) log.add({ id, time, dp, what: undefined, version: undefined, extra: undefined });
      };
      if (mark?.id !== 2388) says(2393, start);
      if (mark !== undefined) says(mark.id, mark.time);
    }
};
