import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitPattern, type Captures } from '../../../extension/core/logs/signatures/fitPattern';
import { foldLine } from '../../../extension/core/logs/signatures/foldLine';
import { parsePattern } from '../../../extension/core/logs/signatures/parsePattern';

const fit = (pattern: string, message: string): Captures | undefined => {
  const parsed = parsePattern(pattern);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return fitPattern(parsed, foldLine(message));
};

const problem = (pattern: string): string | undefined => {
  const parsed = parsePattern(pattern);
  return 'problem' in parsed ? parsed.problem : undefined;
};

describe('a pattern of a signature', () => {
  it('fits anywhere, in any letter case, whatever the blanks are', () =>
    assert.deepEqual(fit('wrote {bytes:number} bytes', '~ WROTE\r\n\t 512  Bytes to X'), { bytes: '512' }));

  it('captures as written what stands between its texts, and what is behind the last one', () =>
    assert.deepEqual(fit('for package {package} failed: {why}', 'For package A B Failed: No Disk '), {
      package: 'A B',
      why: 'No Disk',
    }));

  it('captures numbers, codes, GUIDs and packages, and only these', () => {
    const guid = '{5285F8B3-C426-4882-85F2-AD5331DD4179}';
    const message = `Job ${guid} of CS100026 failed (0x80070002), 3 left`;
    assert.deepEqual(fit('job {job:guid} of {id:package} failed ({code:hex}), {left:number} left', message), {
      job: guid,
      id: 'CS100026',
      code: '0x80070002',
      left: '3',
    });
    assert.equal(fit('job {job:guid} failed', 'Job 17 failed'), undefined);
    assert.equal(fit('of {id:package} failed', 'of XCS100026 failed'), undefined);
  });

  it('looks for a text again where it did not go on as it has to', () =>
    assert.deepEqual(fit('used {n:number} out', 'used up, used 3 out'), { n: '3' }));

  it('takes the characters that mean something by themselves when they are doubled', () =>
    assert.deepEqual(fit('a ** {{b}} {c} end', 'A * {B} c end'), { c: 'c' }));

  it('keeps places where lower case is longer, and takes any small sigma', () => {
    assert.deepEqual(fit('FEHLER {was} ende', 'İİİ Fehler ÄÖ ENDE'), { was: 'ÄÖ' });
    assert.deepEqual(fit('ΛΑΘΟΣ', 'λαθος'), {});
  });

  it('is refused, with the reason, when it could not be used', () => {
    assert.match(problem('') ?? '', /at least 4 characters/);
    assert.match(problem('{a} * b') ?? '', /at least 4 characters/);
    assert.match(problem('text {a}{b} text') ?? '', /between two captures/);
    assert.match(problem('text {a}* text') ?? '', /between two captures/);
    assert.match(problem('text {a} text {a}') ?? '', /same name/);
    assert.match(problem('text {a:word}') ?? '', /"word" is none/);
    assert.match(problem('text { a }') ?? '', /brace/);
    assert.match(problem('x'.repeat(501)) ?? '', /at most 500/);
  });
});

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 });

describe('patterns of texts with gaps', () => {
  it('fit what a regular expression would', () =>
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 4 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 30 }),
        (texts, message) => {
          const written = ['head', ...texts].join('*');
          const expected = new RegExp(['head', ...texts].join('[^]*')).test(`head${message}`);
          assert.equal(fit(written, `head${message}`) !== undefined, expected);
        },
      ),
    ));

  it('take linear time over any message', () => {
    const patterns = ['aaaaa*aaaab', 'aaaa{n:number}b', '{n:number}aaaab', 'aaaa{x}aaaa{y}b', '1111{h:hex}z'];
    for (const pattern of patterns)
      for (const part of ['a', '1', 'aaaa1', 'aaaa ']) {
        const message = part.repeat(131_072 / part.length);
        const before = process.cpuUsage();
        fit(pattern, message);
        const taken = process.cpuUsage(before).user / 1000;
        // The square of the length would be tens of seconds.
        assert.ok(taken < 2000, `${pattern} over ${part}: ${taken} ms`);
      }
  });
});
