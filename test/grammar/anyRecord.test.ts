import fc from 'fast-check';
import assert from 'node:assert/strict';
import { colour, withScope, type Token } from './support/colour';
import { scope } from './support/scopes';

const numRuns = process.env['SOAK'] ? 5_000 : 300;

/** Text that a line may hold: all that does not end a line, a record or a message. */
const text = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    fc
      .array(
        fc.constantFrom(
          ...[
            'CS100026',
            '0x80070005',
            'error',
            'failed',
            'Warn',
            '[',
            ']',
            ']]',
            ']LOG',
            '<',
            '>',
            '"',
            "'",
          ],
          ...[
            '\\\\SRV\\x$',
            'C:\\',
            '$',
            '$$',
            '{',
            '~',
            '=',
            ' ',
            '12',
            '7D2F1B5A-64C3-4E0C-9A87-35B1C1E0D201',
          ],
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  )
  .map((line) => line.replaceAll(/[\r\n\t]|\]LOG\]!>|<!\[LOG\[|\$\$</g, ' '));
const digits = (length: number) =>
  fc.nat({ max: 10 ** length - 1 }).map((value) => String(value).padStart(length, '0'));
const time = fc
  .tuple(digits(2), digits(2), digits(2), digits(3))
  .map(([h, m, s, ms]) => `${h}:${m}:${s}.${ms}`);
const date = fc.tuple(digits(2), digits(2), digits(4)).map((parts) => parts.join('-'));
const bias = fc.constantFrom('', '+00', '+000', '-60', '-480', '+-300');
const word = fc.stringMatching(/^[A-Za-z][\w :]{0,30}$/);
const thread = fc.nat({ max: 99_999 });

/** The texts of a token that is in no quoted or other value: the fields of the record itself. */
const onlyWith = (tokens: readonly Token[], name: string): string => withScope(tokens, name).join('|');

const marked = [
  scope.component,
  scope.thread,
  scope.file,
  scope.date,
  scope.time,
  'comment.block.attributes',
];

describe('any record', () => {
  const ccm = fc.record({
    message: fc.array(text, { minLength: 1, maxLength: 3 }),
    time,
    bias,
    date,
    component: word,
    type: fc.constantFrom('0' as const, '1' as const, '2' as const, '3' as const),
    thread,
    file: word,
  });

  it('in the CCM format has each field in its scope, whatever the message says', () =>
    fc.assert(
      fc.asyncProperty(ccm, async (one) => {
        const attributes = `time="${one.time}${one.bias}" date="${one.date}" component="${one.component}" context="" type="${one.type}" thread="${one.thread}" file="${one.file}"`;
        const tokens = await colour(`<![LOG[${one.message.join('\r\n')}]LOG]!><${attributes}>\r\nplain`);
        assert.equal(onlyWith(tokens, scope.time), one.time);
        assert.equal(onlyWith(tokens, scope.date), one.date);
        assert.equal(onlyWith(tokens, scope.component), one.component);
        assert.equal(onlyWith(tokens, scope.thread), String(one.thread));
        assert.equal(onlyWith(tokens, scope.file), one.file);
        const severity = { '0': undefined, '1': undefined, '2': scope.warning, '3': scope.error }[one.type];
        for (const name of [scope.warning, scope.error])
          assert.equal(withScope(tokens, name).at(-1) === one.type, name === severity, name);
        assert.deepEqual(tokens.at(-1), { line: one.message.length, text: 'plain', scopes: [] });
      }),
      { numRuns },
    ));

  it('in the server format has each field in its scope, whatever the message says', () =>
    fc.assert(
      fc.asyncProperty(
        text,
        date,
        time,
        bias,
        word,
        thread,
        async (message, day, hour, offset, component, id) => {
          const both = `${id} (0x${id.toString(16).toUpperCase()})`;
          const line = `${message}  $$<${component}><${day} ${hour}${offset}><thread=${both}>`;
          const trailer = (await colour(`m\n${line}`)).filter(
            ({ scopes }) => scopes[0] === 'comment.block.trailer',
          );
          assert.equal(onlyWith(trailer, scope.component), component);
          assert.equal(onlyWith(trailer, scope.date), day);
          assert.equal(onlyWith(trailer, scope.time), hour);
          assert.equal(onlyWith(trailer, scope.thread), both);
          assert.equal(trailer.map((token) => token.text).join(''), line.slice(line.lastIndexOf('$$<')));
        },
      ),
      { numRuns },
    ));

  it('leaves text outside of records without the scopes of a record', () =>
    fc.assert(
      // Columns that were pasted in front of a text are a thread, so a text starts with something else here.
      fc.asyncProperty(fc.array(text, { maxLength: 5 }), async (lines) => {
        const log = lines.map((line) => `- ${line}`).join('\n');
        const tokens = await colour(`<![LOG[x]LOG]!><type="1">\n${log}`);
        const outside = tokens.filter(({ line }) => line > 0);
        for (const name of marked) assert.deepEqual(withScope(outside, name), []);
      }),
      { numRuns },
    ));

  it('keeps each character, in any text at all', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(text, fc.constantFrom('<![LOG[', ']LOG]!>', '<time="', '$$<', '\t', '\n')), {
          maxLength: 9,
        }),
        async (parts) => {
          const log = parts.join('');
          const shown = (await colour(log)).map((token) => token.text).join('');
          assert.equal(shown, log.replaceAll('\n', ''));
        },
      ),
      { numRuns },
    ));
});
