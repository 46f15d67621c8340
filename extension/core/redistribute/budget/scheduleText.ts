/**
 * How vSMS_SC_Address_SDK writes its schedules is not documented. What holds exactly as many numbers as
 * SMS_SCI_Address has, each of its range, is taken for them; all else is not understood.
 */
const numbersOf = (text: string | undefined, count: number, most: number): readonly number[] | undefined => {
  if (text === undefined || !/^[\d\s,;]+$/.test(text)) return undefined;
  const numbers = text
    .split(/[\s,;]+/)
    .filter((one) => one !== '')
    .map(Number);
  const fits = numbers.length === count && numbers.every((one) => one >= 1 && one <= most);
  return fits ? numbers : undefined;
};

/** RateLimitingSchedule: percent of the line, one number an hour of the day. */
export const ratesOf = (text: string | undefined): readonly number[] | undefined => numbersOf(text, 24, 100);

const everyPriority = 1;

/** UsageSchedule: 1 all priorities, 2 all but low, 3 high only, 4 closed; 7 x 24 hours from Sunday on. */
export const openHoursOf = (text: string | undefined): readonly boolean[] | undefined =>
  // Content has medium priority unless its package says otherwise: where that is not sent, the hour counts as closed.
  numbersOf(text, 7 * 24, 4)?.map((usage) => usage <= everyPriority + 1);
