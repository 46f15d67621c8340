import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  withAcknowledgements,
  withoutAcknowledgements,
} from '../../../extension/core/acknowledge/changeAcknowledgements';
import { subjectOf } from '../../../extension/core/acknowledge/acknowledgement';
import { parseJsonLines } from '../../../extension/core/acknowledge/jsonLines';
import { parseAcknowledgements } from '../../../extension/core/acknowledge/parseAcknowledgements';
import { printAcknowledgements } from '../../../extension/core/acknowledge/printAcknowledgements';
import { anyAcknowledgement, said } from './acknowledgements';

const understood = (text: string) => {
  const parsed = parseAcknowledgements(text);
  assert.ok(parsed.kind === 'understood', JSON.stringify(parsed));
  return parsed;
};
const problemsOf = (text: string): string => {
  const parsed = parseAcknowledgements(text);
  assert.equal(parsed.kind, 'broken');
  return 'problems' in parsed ? parsed.problems.join('\n') : '';
};
const sortKey = (one: object): string => JSON.stringify(Object.entries(one).sort());
const bySubject = (a: object, b: object): number => (sortKey(a) < sortKey(b) ? -1 : 1);

describe('a file of acknowledgements', () => {
  it('holds what was said, whatever it was, with the fields of other versions', () =>
    fc.assert(
      fc.property(fc.array(anyAcknowledgement, { maxLength: 6 }), (entries) => {
        const others = { team: 'clients', rules: [1, { deep: true }] };
        const read = understood(printAcknowledgements({ acknowledgements: entries, others }));
        assert.deepEqual(
          read.acknowledgements.toSorted(bySubject),
          entries.map((one) => ({ ...one })).sort(bySubject),
        );
        assert.deepEqual(read.others, others);
        assert.equal(
          printAcknowledgements(read),
          printAcknowledgements({ acknowledgements: entries, others }),
        );
      }),
    ));

  it('is the same text in whatever order things were said', () =>
    fc.assert(
      fc.property(fc.uniqueArray(anyAcknowledgement, { selector: subjectOf, maxLength: 6 }), (entries) => {
        const print = (list: typeof entries): string =>
          printAcknowledgements({ acknowledgements: list, others: {} });
        assert.equal(print(entries.toReversed()), print(entries));
      }),
    ));

  it('changes by whole lines of one block, so that two people can add to it', () => {
    const before = { acknowledgements: [said(), said({ packageId: 'P0100009' })], others: {} };
    const lines = printAcknowledgements(before).split('\n');
    const after = printAcknowledgements(withAcknowledgements(before, [said({ packageId: 'P0100005' })]));
    const added = after.split('\n').filter((line) => !lines.includes(line));
    assert.deepEqual(added, ['      "package": "P0100005",']);
    assert.equal(after.split('\n').length - lines.length, 12);
  });

  it('lets a newer word about the same take the place of the older, and keeps unknown fields', () => {
    const old = said({ others: { reviewed: 'yes' } });
    const next = said({ packageId: 'p0100001', dp: 'DP1.corp.example', reason: 'Again', expires: 5 });
    const file = withAcknowledgements({ acknowledgements: [old], others: {} }, [next]);
    assert.deepEqual(file.acknowledgements, [{ ...next, others: { reviewed: 'yes' } }]);
    assert.deepEqual(withoutAcknowledgements(file, [old]).acknowledgements, []);
    assert.equal(withoutAcknowledgements(file, [said({ verdicts: undefined })]).acknowledgements.length, 1);
  });

  it('is empty when nothing was ever written', () =>
    assert.deepEqual(understood(' \n').acknowledgements, []));

  const entry = (fields: string): string =>
    `{\n  "version": 1,\n  "acknowledgements": [\n    {\n      "site": "P01",\n      "package": "P0100001",\n      ${fields}\n    }\n  ]\n}`;
  const good = '"reason": "r", "by": "ada", "created": "2026-11-21"';

  const broken: readonly (readonly [what: string, text: string, says: RegExp])[] = [
    ['no JSON', '{\n  "version": 1,\n  "acknowledgements": [\n}', /^line 4: Expected a value, found }/],
    [
      'cut off',
      '{"version": 1, "acknowledgements": [{"site": "P0',
      /^line 1: Expected a closing quotation mark/,
    ],
    ['a merge conflict', '{\n<<<<<<< HEAD\n"version": 1}', /^line 2: Expected a field name/],
    [
      'a doubled field',
      '{"version": 1,\n"version": 1, "acknowledgements": []}',
      /^line 2: The field "version"/,
    ],
    ['another version', '{"version": 2, "acknowledgements": []}', /line 1, version: Expected 1/],
    ['no list', '{"version": 1}', /acknowledgements: Expected a list/],
    ['no object', '[]', /line 1: Expected an object/],
    [
      'an entry that is none',
      '{"version": 1, "acknowledgements": [7]}',
      /acknowledgements\[0\]: .*found a number/,
    ],
    [
      'no reason',
      entry('"by": "ada", "created": "2026-11-21"'),
      /line 4, acknowledgements\[0\]\.reason: Missing/,
    ],
    ['an odd verdict', entry(`"verdicts": ["lost"], ${good}`), /acknowledgements\[0\]\.verdicts: Expected/],
    ['no verdict at all', entry(`"verdicts": [], ${good}`), /verdicts: Expected one or more of/],
    ['a verdict that is no list', entry(`"verdicts": "missing", ${good}`), /verdicts: Expected a list/],
    [
      'an odd day',
      entry(`"expires": "next week", ${good}`),
      /\.expires: Not understood\. Write a time in UTC/,
    ],
    ['a local time', entry(`"expires": "2026-11-21T12:00:00+01:00", ${good}`), /\.expires: Not understood/],
    [
      'nothing it is about',
      '{"version": 1, "acknowledgements": [{"site": "P01", ' + good + '}]}',
      /\.package: Missing/,
    ],
    [
      'an odd site',
      '{"version": 1, "acknowledgements": [{"site": "PRIMARY", "dp": "d", ' + good + '}]}',
      /\.site: Expected three/,
    ],
  ];
  for (const [what, text, says] of broken)
    it(`that is broken (${what}) says where, and gives nothing`, () => assert.match(problemsOf(text), says));

  it('reads JSON as JSON.parse does', () =>
    fc.assert(
      fc.property(
        fc.jsonValue({ noUnicodeString: false, maxDepth: 2 }),
        fc.constantFrom(undefined, 2),
        (value, indent) => {
          const text = JSON.stringify(value, undefined, indent);
          if (!text.includes('__proto__')) assert.deepEqual(parseJsonLines(text).value, JSON.parse(text));
        },
      ),
    ));

  it('never takes for JSON what is none', () =>
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '1', 'a', ' ', '\n'),
          maxLength: 12,
        }),
        (text) => {
          const accepts = (parse: (text: string) => unknown): boolean => {
            try {
              parse(text);
              return true;
            } catch {
              return false;
            }
          };
          if (accepts(parseJsonLines)) assert.ok(accepts(JSON.parse), text);
        },
      ),
    ));
});
