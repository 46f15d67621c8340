import type { ClockTurn, TimeZone } from './timeZone';

/** Properties of Win32_TimeZone by name. */
type Properties = Readonly<Record<string, unknown>>;

/**
 * The zone that Win32_TimeZone tells: Bias is minutes east of UTC, StandardBias and DaylightBias are minutes west of
 * that; a half whose month is 0 never begins. undefined for what is not understood.
 */
export const timeZoneOf = (told: Properties): TimeZone | undefined => {
  const number = (name: string): number => (typeof told[name] === 'number' ? told[name] : 0);
  const { StandardName: name, Bias: bias } = told;
  if (typeof bias !== 'number') return undefined;
  const [begins, ends] = [turnOf('Daylight', number), turnOf('Standard', number)];
  return {
    kind: 'rule',
    name: typeof name === 'string' && name !== '' ? name : 'unnamed',
    standard: bias - number('StandardBias'),
    daylight:
      begins === undefined || ends === undefined
        ? undefined
        : { offset: bias - number('DaylightBias'), begins, ends },
  };
};

const turnOf = (half: string, number: (name: string) => number): ClockTurn | undefined => {
  const [month, week] = [number(`${half}Month`), number(`${half}Day`)];
  return month < 1 || month > 12 || week < 1 || week > 5
    ? undefined
    : {
        month,
        week,
        weekday: number(`${half}DayOfWeek`),
        hour: number(`${half}Hour`),
        minute: number(`${half}Minute`),
      };
};
