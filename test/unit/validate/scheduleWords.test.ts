import assert from 'node:assert/strict';
import { scheduleWords } from '../../../extension/core/validate/schedule/scheduleWords';

/** Tokens with the meaning that their sources give. */
const tokens: readonly (readonly [string, string])[] = [
  ['7913788000080000', 'once at 08:30'],
  ['55147880001B2000', 'every Tuesday at 08:21'],
  ['55177880001E2000', 'every Friday at 08:21'],
  ['1033BC7B10100010', 'every 2 days at 01:04'],
  ['0001200000100038', 'every 7 days'],
  ['A9788980001B4000', 'every 2 weeks on Tuesday at 11:42'],
  ['7D98898000280400', 'the last day of every month at 12:31'],
  ['00012CC008231400', 'the second Tuesday of every month at 00:00'],
  ['75B5AC8000080001', 'once at 13:29 UTC'],
  ['00011D8000271000', 'the last Saturday of every month at 00:00'],
  ['0001200000100008', 'every day'],
  ['0001200000100100', 'every hour'],
  ['00012000001000380001200000100008', 'every 7 days, every day'],
];

describe('a schedule in words', () => {
  for (const [token, words] of tokens)
    it(`${token}: ${words}`, () => assert.equal(scheduleWords(token), words));

  it('shows what is no token as it is, and says when there is none', () => {
    assert.equal(scheduleWords('weekly'), 'schedule weekly');
    assert.equal(scheduleWords('0001200000380000'), 'schedule 0001200000380000');
    assert.equal(scheduleWords('0001200000100000'), 'schedule 0001200000100000');
    for (const none of [undefined, '']) assert.equal(scheduleWords(none), 'no schedule');
  });
});
