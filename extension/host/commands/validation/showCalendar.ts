import type { Command } from '../command';
import { siteOf } from '../connected';

/** Opens the calendar of the site's validations. */
export const showCalendar: Command = (host, args) => {
  host.calendars.show(siteOf(host, args) ?? host.connections.demo());
};
