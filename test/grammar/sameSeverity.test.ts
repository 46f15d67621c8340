import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readLog } from '../support/logs/readLog';
import { colour } from './support/colour';
import { fixture } from './support/files';
import { formsOfLines } from './support/formsOfLines';
import { scope } from './support/scopes';

const numRuns = process.env['SOAK'] ? 4_000 : 100;

/** What trouble is told by, what cancels it, and what stands between. */
const parts = [
  ...['error', 'Error', 'ERROR', 'fail', 'Failed', 'failover', 'warn', 'WARNING', 'SEV=E', 'SEV=W', 'SEV=I'],
  ...['0 ', 'no ', 'No_', 'not ', 'without ', ' = 0', ': 0x0', ' code', 'Code', '=5', '(0)', 'SUCCESS'],
  ...['succeeded', 's', ' ', '_', '0', '1', 'x', '"', '(', '-', '$', ']', 'text', 'größe', '下载'],
];
const message = fc
  .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 })
  .map((words) => `x${words.join('')}x`);

/** `12 error`: the colours of trouble in each line, counted from 1. */
const shownIn = async (log: string): Promise<readonly string[]> => {
  const shown = (await colour(log)).flatMap(({ line, scopes }) =>
    (['error', 'warning'] as const)
      .filter((severity) => scopes.includes(scope[severity]))
      .map((severity) => `${line + 1} ${severity}`),
  );
  return [...new Set(shown)].toSorted();
};

/** The same by the parser. Of several lines the last one shows it; where a record has no end none can. */
const readIn = (log: string): readonly string[] => {
  const bytes = Buffer.from(log);
  const told = readLog(bytes).flatMap(({ offset, length, endLine, severity, format, torn }) => {
    if (severity !== 'error' && severity !== 'warning') return [];
    const isCutOff =
      format === 'ccm' && torn && !bytes.toString('utf8', offset, offset + length).includes(']LOG]!>');
    return isCutOff ? [] : [`${endLine} ${severity}`];
  });
  return [...new Set(told)].toSorted();
};

const isSame = async (log: string): Promise<void> => {
  assert.deepEqual(await shownIn(log), readIn(log), log);
};

describe('the colour of a record is its severity', () => {
  for (const [name, form] of Object.entries(formsOfLines))
    it(`in ${name}`, () =>
      fc.assert(
        fc.asyncProperty(message, (text) => isSame(form(text))),
        { numRuns },
      ));

  for (const name of readdirSync(path.dirname(fixture('distmgr.log'))))
    it(`in ${name}`, () => isSame(readFileSync(fixture(name), 'utf8')));

  it('in forms that are mixed from line to line', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...Object.values(formsOfLines)), message), { maxLength: 8 }),
        (lines) => isSame(lines.map(([form, text]) => form(text)).join('\r\n')),
      ),
      { numRuns },
    ));
});
