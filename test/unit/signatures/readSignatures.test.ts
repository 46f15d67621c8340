import assert from 'node:assert/strict';
import fc from 'fast-check';
import schema from '../../../resources/signatures.schema.json';
import { readSignatures } from '../../../extension/core/logs/signatures/readSignatures';

const whole = {
  id: 'ours',
  title: 'Ours',
  severity: 'error',
  pattern: 'backup of {server} failed',
  meaning: 'It failed.',
  source: 'ticket 17',
};

const read = (...signatures: readonly unknown[]) => readSignatures(JSON.stringify({ signatures }));
const problemsOf = (change: object): readonly string[] => read({ ...whole, ...change }).problems;

describe('a file of signatures', () => {
  it('may be written with a byte order mark, and lists need not be given', () => {
    const { signatures, problems } = readSignatures(`\ufeff${JSON.stringify({ signatures: [whole] })}`);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      signatures.map(({ id, logs, advice, then }) => ({ id, logs, advice, then })),
      [{ id: 'ours', logs: [], advice: [], then: undefined }],
    );
  });

  it('keeps what can be used, and names the place of what cannot', () => {
    const { signatures, problems } = read(whole, { ...whole, id: 'two', severity: 'bad' }, 5, whole);
    assert.deepEqual(
      signatures.map(({ id }) => id),
      ['ours'],
    );
    assert.deepEqual(problems, [
      'signatures[1].severity: Expected one of "error", "warning", "info".',
      'signatures[2]: Expected a signature in braces, { ... }, found a number.',
      'signatures[3].id: A signature before this one has the same id.',
    ]);
  });

  it('says what a pattern, a condition or a second line has to be', () => {
    assert.match(problemsOf({ pattern: 'ab' })[0] ?? '', /\[0\]\.pattern: Write at least 4/);
    assert.match(problemsOf({ pattern: [] })[0] ?? '', /\.pattern: Write text of the message/);
    assert.match(
      problemsOf({ where: [{ capture: 'size', atLeast: 1 }] })[0] ?? '',
      /\.where: Expected conditions such as/,
    );
    assert.match(
      problemsOf({ then: { pattern: 'and then' } })[0] ?? '',
      /\.then\.lines: Write within how many/,
    );
    assert.match(
      problemsOf({ then: { pattern: 'and then', lines: 5, same: ['server'] } })[0] ?? '',
      /\.then\.same: Expected any of thread:/,
    );
    assert.match(problemsOf({ repeated: { times: 1, seconds: 5 } })[0] ?? '', /\.repeated\.times:/);
    assert.match(problemsOf({ then: 'x' })[0] ?? '', /\.then: Expected \{ \.\.\. \}, found text/);
  });

  it('is used in spite of a property that nobody knows, which is said', () => {
    const { signatures, problems } = read({ ...whole, colour: 'red' });
    assert.equal(signatures.length, 1);
    assert.deepEqual(problems, ['signatures[0].colour: There is no such property; it is not used.']);
  });

  it('that is no JSON, or is something else, is told so', () => {
    assert.match(
      readSignatures('{ // comment').problems[0] ?? '',
      /^This is no JSON: .* without comments\.$/s,
    );
    assert.match(readSignatures('[]').problems[0] ?? '', /Expected \{ "signatures"/);
    assert.match(readSignatures(' '.repeat(1_000_001)).problems[0] ?? '', /Split it/);
  });

  it('never throws, whatever it holds', () =>
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.dictionary(
          fc.constantFrom(...Object.keys(whole), 'then', 'where', 'repeated', 'logs'),
          fc.jsonValue(),
        ),
        (value, change) => {
          readSignatures(JSON.stringify(value));
          const { signatures, problems } = read({ ...whole, ...change });
          assert.ok(signatures.length === 1 || problems.length > 0);
        },
      ),
    ));

  it('has a schema that knows the same properties', () => {
    const full = {
      ...whole,
      logs: ['a'],
      components: ['b'],
      where: [{ capture: 'server', equals: 5 }],
      then: {
        pattern: 'then {server} ended',
        where: [],
        same: ['server'],
        differs: ['thread'],
        lines: 5,
        seconds: 5,
      },
      repeated: { times: 2, seconds: 5, same: ['server'] },
      evidence: ['c'],
      advice: ['d'],
    };
    assert.deepEqual(read(full).problems, []);
    const { properties } = schema.definitions.signature;
    assert.deepEqual(Object.keys(properties).toSorted(), Object.keys(full).toSorted());
    assert.deepEqual(Object.keys(properties.then.properties).toSorted(), Object.keys(full.then).toSorted());
    assert.deepEqual(
      Object.keys(properties.repeated.properties).toSorted(),
      Object.keys(full.repeated).toSorted(),
    );
    for (const field of schema.definitions.signature.required) {
      const lacking = Object.fromEntries(Object.entries(full).filter(([name]) => name !== field));
      assert.equal(read(lacking).signatures.length, 0, field);
    }
  });
});
