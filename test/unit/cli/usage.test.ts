import assert from 'node:assert/strict';
import { parseArguments, UsageError } from '../../../extension/cli/usage';

describe('arguments of the command line', () => {
  it('are a demo site, a filter and a format', () =>
    assert.deepEqual(
      parseArguments(['missing', '--demo', 'small', '--filter', 'state:missing', '--format=csv']),
      { demo: 'small', filter: 'state:missing', format: 'csv' },
    ));

  it('show everything that needs a look, as a table, unless told otherwise', () =>
    assert.deepEqual(parseArguments(['missing', '--demo', 'medium']), {
      demo: 'medium',
      filter: '',
      format: 'table',
    }));

  for (const [given, named] of [
    [[], /missing/],
    [['repair', '--demo', 'small'], /repair/],
    [['missing'], /small, medium, empty/],
    [['missing', '--demo', 'huge'], /small, medium, empty/],
    [['missing', '--demo', 'small', '--format', 'xml'], /table, json, csv/],
    [['missing', '--demo', 'small', '--fitler', 'x'], /fitler/],
  ] as const)
    it(`says what is wrong with "${given.join(' ')}"`, () =>
      assert.throws(
        () => parseArguments(given),
        (error) => error instanceof UsageError && named.test(error.message),
      ));
});
