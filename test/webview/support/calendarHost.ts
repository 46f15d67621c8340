import type { Browser } from 'playwright-core';
import * as protocol from '../../../extension/protocol/calendarPage';
import { openPage, type FakeOptions, type FakeVsCode } from './fakeVsCode';

/** The validation calendar, told what to show. */
export interface OpenCalendar extends FakeVsCode {
  readonly views: readonly protocol.CalendarView[];
  readonly acted: readonly string[];
  readonly tell: () => void;
}

/** @param answer what the page is shown for what it asks */
export const openCalendar = async (
  browser: Browser,
  answer: (view: protocol.CalendarView) => protocol.CalendarState,
  options: FakeOptions = {},
): Promise<OpenCalendar> => {
  const views: protocol.CalendarView[] = [];
  const acted: string[] = [];
  const fake = await openPage(
    browser,
    'calendar',
    (endpoint) => {
      endpoint.handle(protocol.calendarWeek, (view) => {
        views.push(view);
        return answer(view);
      });
      endpoint.handle(protocol.calendarAct, ({ action }) => {
        acted.push(action);
        return undefined;
      });
      endpoint.handle(protocol.calendarDp, ({ action, dps }) => {
        acted.push(`${action} ${dps.join(' ')}`);
        return undefined;
      });
      endpoint.handle(protocol.calendarSave, ({ format }) => {
        acted.push(`save ${format}`);
        return undefined;
      });
    },
    options,
  );
  return {
    ...fake,
    views,
    acted,
    tell: () => fake.endpoint.notify(protocol.calendarChanged, undefined),
  };
};
