import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLog } from '../support/logs/readLog';
import { colour, withScope } from './support/colour';
import { scope } from './support/scopes';

const numRuns = process.env['SOAK'] ? 20_000 : 200;

/** What trouble is told by, what cancels it, and what stands between. */
const parts = [
  ...['error', 'Error', 'ERROR', 'fail', 'Failed', 'failover', 'warn', 'WARNING', 'SEV=E', 'SEV=W', 'SEV=I'],
  ...['0 ', 'no ', 'No_', 'not ', 'without ', ' = 0', ': 0x0', ' code', 'Code', '=5', '(0)', 'SUCCESS'],
  ...['succeeded', 's', ' ', '_', '0', '1', 'x', '"', '(', '-', '$', ']', 'text', 'größe', '下载'],
];
const message = fc
  .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 })
  .map((words) => `x${words.join('')}x`);

const stamp = '<05-09-2023 15:30:09.905-480>';
const attributes = 'time="15:30:09.905-480" date="05-09-2023" component="c" context=""';
const forms: Readonly<Record<string, (text: string) => string>> = {
  "a server's log": (text) => `${text}  $$<SMS_X>${stamp}<thread=1 (0x1)>`,
  'a record with a type': (text) => `<![LOG[${text}]LOG]!><${attributes} type="1" thread="1" file="a:1">`,
  'a record without a type': (text) => `<![LOG[${text}]LOG]!><${attributes} thread="1" file="a:1">`,
  "a role's set-up log": (text) => `<Fri Dec  9 11:25:00 2022> ${text}`,
  'a warning by its type': (text) => `<![LOG[${text}]LOG]!><${attributes} type="2" thread="1" file="a:1">`,
  'an error by its type': (text) => `<![LOG[${text}]LOG]!><${attributes} type="3" thread="1" file="a:1">`,
};

describe('the colour of a record is its severity', () => {
  for (const [name, form] of Object.entries(forms))
    it(`in ${name}`, () =>
      fc.assert(
        fc.asyncProperty(message, async (text) => {
          const log = form(text);
          const tokens = await colour(log);
          const shown = (['error', 'warning'] as const).filter(
            (severity) => withScope(tokens, scope[severity]).length > 0,
          );
          const [record] = readLog(log);
          const expected =
            record?.severity === 'error' || record?.severity === 'warning' ? [record.severity] : [];
          assert.deepEqual(shown, expected, log);
        }),
        { numRuns },
      ));
});
