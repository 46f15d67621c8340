import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { agentText } from '../../extension/adapters/powershell/agentText';
import { callLine, type Json } from '../../extension/adapters/powershell/envelope';
import { ShellError, type ShellFailureKind } from '../../extension/adapters/powershell/shellError';
import { bytes, eventually, withShell } from '../support/fakeShell/lendShell';

const fails = async (call: Promise<unknown>, kind: ShellFailureKind, words = /./): Promise<void> => {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof ShellError, String(error));
    assert.equal(error.kind, kind, error.message);
    assert.match(error.message, words);
    return true;
  });
};

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    "'; Stop-Computer; '",
    '$(Get-Date)',
    '`n`"',
    '%PATH%',
    '[a-z]*',
    'a\r\nb\u2028c',
    'nul\0nul',
    '\u202eltr',
    '😀',
    '2026-01-02T03:04:05Z',
    '\\/Date(1)\\/',
  ),
);

const echoes = { then: 'echo' } as const;

// What node-powershell and PowerShell were measured to do wrong, a group each; their start has a file of its own.
describe('PowerShell sessions', () => {
  describe('values are data', () => {
    it('whatever a request holds, only Base64 of it is text of the shell', () => {
      const anything = fc.jsonValue({ stringUnit: 'binary' }) as fc.Arbitrary<Json>;
      fc.assert(
        fc.property(hostile, anything, hostile, (verb, data, file) => {
          const line = callLine({ id: 1, verb, data: { data, [verb]: file }, file, most: 1 });
          assert.match(line, /^Invoke-ContentAgent '[A-Za-z0-9+/=]+'$/);
        }),
      );
    });

    it('arrive and come back as they were', () =>
      withShell({ steps: [echoes] }, async ({ echo }) => {
        const data = ["'; `n $(x) %p% [z] \r\n \0 \u202e 😀", [], ['one'], { a: null, b: [true, -1.5] }];
        assert.deepEqual(await echo(data), { data });
      }));

    it('the agent evaluates no text: it has no way to', () => {
      assert.doesNotMatch(agentText, /Invoke-Expression|\biex\b|ExpandString|AddScript|NewScriptBlock/i);
      assert.doesNotMatch(agentText, /\[ScriptBlock\]/i);
      assert.doesNotMatch(agentText, /-(Query|Filter)\b/i, 'WQL');
    });
  });

  describe('noise', () => {
    it('on standard error or around the envelope fails no call, and is no part of its answer', () =>
      withShell(
        {
          steps: [
            { stderr: bytes('WARNING: profile!\r\n'), ...echoes },
            { stdout: bytes('chatter :content-answer: :end:\r\n'), ...echoes },
            // the OEM code page
            { stdout: bytes([0x84, 0x94, 0x81, 0xe1, 0x0a]), stderr: bytes([0x9a, 0x0a]), ...echoes },
          ],
        },
        async ({ echo, shell }) => {
          for (const data of ['a', 'b', 'äöüß']) assert.deepEqual(await echo(data), { data });
          assert.equal(shell.pids.length, 1);
        },
      ));
  });

  describe('line ends', () => {
    it('a shell that starts with CR LF answers every call', () =>
      withShell({ steps: [echoes] }, async ({ echo, shell }) => {
        for (let call = 0; call < 150; call++) assert.deepEqual(await echo(call), { data: call });
        assert.equal(shell.pids.length, 1);
        const [first] = shell
          .seen()
          .flatMap(({ line }) => (line?.includes('NewLine') === true ? [line] : []));
        assert.match(first ?? '', /Out\.NewLine = "`n".*Error\.NewLine = "`n"/);
      }));

    it('one that keeps CR LF hangs no caller', () =>
      withShell(
        { steps: [echoes], keepsCrLf: true },
        async ({ echo }) => {
          const began = Date.now();
          for (let call = 0; call < 3; call++) await echo(call, 300).catch(() => undefined);
          assert.ok(Date.now() - began < 8000);
        },
        { startTimeout: 600 },
      ));
  });

  describe('time-outs', () => {
    it('say what gave no answer, end the process, and the next call is answered by another', () =>
      withShell({ steps: [{ then: 'silence' }, echoes] }, async ({ echo, shell }) => {
        await fails(echo('a', 200), 'timeout', /The call gave nothing for 0\.2 s/);
        await eventually(() => assert.deepEqual(shell.running(), []));
        assert.deepEqual(await echo('b'), { data: 'b' });
        assert.equal(shell.pids.length, 2);
      }));

    it('begin when the call does, not while it waits for others', () =>
      withShell({ steps: [{ delay: 250, ...echoes }, echoes] }, async ({ echo }) => {
        const [a, b] = await Promise.all([echo('a'), echo('b', 200)]);
        assert.deepEqual([a, b], [{ data: 'a' }, { data: 'b' }]);
      }));

    it('a half-written answer is none', () =>
      withShell({ steps: [{ then: 'half' }, echoes] }, async ({ echo }) => {
        await fails(echo('a', 200), 'timeout');
        assert.deepEqual(await echo('b'), { data: 'b' });
      }));
  });

  describe('cancelling', () => {
    it('frees the caller at once and ends the process; the next call is answered', () =>
      withShell({ steps: [{ then: 'silence' }, echoes] }, async ({ echo, shell }) => {
        const cancel = new AbortController();
        const call = echo('a', 10_000, cancel.signal);
        await eventually(() => assert.equal(shell.requests().length, 1));
        const began = Date.now();
        cancel.abort();
        await fails(call, 'cancelled');
        assert.ok(Date.now() - began < 100);
        await eventually(() => assert.deepEqual(shell.running(), []));
        assert.deepEqual(await echo('b'), { data: 'b' });
      }));

    it('a call that waits for its turn is never sent', () =>
      withShell({ steps: [{ delay: 200, ...echoes }] }, async ({ echo, shell }) => {
        const cancel = new AbortController();
        const first = echo('a');
        const second = echo('b', 10_000, cancel.signal);
        cancel.abort();
        await fails(second, 'cancelled');
        assert.deepEqual(await first, { data: 'a' });
        assert.deepEqual(await echo('c'), { data: 'c' });
        assert.deepEqual(
          shell.requests().map(({ data }) => data),
          ['a', 'c'],
        );
        assert.equal(shell.pids.length, 1);
      }));
  });

  describe('much output', () => {
    it('an answer of many megabytes comes through a file that is gone afterwards', () =>
      withShell(
        { steps: [{ then: 'answer', value: { text: '😀é'.repeat(1_000_000) } }] },
        async ({ echo, shell }) => {
          const began = Date.now();
          assert.deepEqual(await echo('a'), { text: '😀é'.repeat(1_000_000) });
          assert.ok(Date.now() - began < 5000);
          assert.deepEqual(
            shell.leftOvers().filter((name) => name.endsWith('.ndjson')),
            [],
          );
        },
      ));

    it("the file is the owner's only, and nobody can guess its name", () =>
      withShell({ steps: [{ then: 'silence' }] }, async ({ echo, shell }) => {
        const call = echo('a', 300);
        await eventually(() => assert.equal(shell.requests().length, 1));
        const file = shell.requests()[0]?.file ?? '';
        assert.match(path.basename(file), /^[0-9a-f]{24}\.ndjson$/);
        assert.equal(statSync(file).mode & 0o777, 0o600);
        assert.equal(statSync(path.dirname(file)).mode & 0o777, 0o700);
        await fails(call, 'timeout');
      }));

    it('40 MB on standard output are not waited for', () =>
      withShell({ steps: [{ then: 'flood', megabytes: 40 }, echoes] }, async ({ echo }) => {
        const began = Date.now();
        await fails(echo('a'), 'tooLong');
        assert.ok(Date.now() - began < 4000);
        assert.deepEqual(await echo('b'), { data: 'b' });
      }));
  });

  describe('processes', () => {
    it('one that ends in the middle of a call, with an error or as if all were well, gave no answer', () =>
      withShell(
        {
          steps: [
            { stderr: bytes('Out of memory!\n'), then: 'exit', code: 3 },
            { then: 'exit', code: 0 },
            echoes,
          ],
        },
        async ({ echo }) => {
          await fails(echo('a'), 'exited', /code 3\)\. It said: Out of memory!$/);
          await fails(echo('b'), 'exited', /code 0/);
          assert.deepEqual(await echo('c'), { data: 'c' });
        },
      ));

    it('are started anew after so many calls, the old one in order', () =>
      withShell(
        { steps: [echoes] },
        async ({ echo, shell }) => {
          for (let call = 0; call < 6; call++) await echo(call);
          assert.equal(shell.pids.length, 2);
          assert.equal(shell.running().length, 1);
          assert.ok(shell.seen().some(({ closed, pid }) => closed === true && pid === shell.pids[0]));
        },
        { callsPerProcess: 4 },
      ));

    it('are as many as calls at a time, up to a limit, and one at a time does one call', () =>
      withShell(
        { steps: [{ delay: 100, ...echoes }] },
        async ({ echo, shell }) => {
          const answers = await Promise.all(Array.from({ length: 6 }, (_, call) => echo(call)));
          assert.deepEqual(
            answers,
            Array.from({ length: 6 }, (_, data) => ({ data })),
          );
          assert.equal(shell.pids.length, 3);
        },
        { size: 3 },
      ));

    it('closing ends the call that runs, and refuses those that come', () =>
      withShell({ steps: [{ then: 'silence' }] }, async ({ echo, pool, shell }) => {
        const call = echo('a');
        await eventually(() => assert.equal(shell.requests().length, 1));
        const closing = pool.close();
        await fails(call, 'closed');
        await closing;
        await fails(echo('b'), 'closed');
        assert.deepEqual(shell.running(), []);
      }));

    it('closing while one starts leaves none', () =>
      withShell({ steps: [echoes] }, async ({ echo, pool }) => {
        const call = echo('a');
        await pool.close();
        await fails(call, 'closed');
      }));
  });

  describe('what is no answer', () => {
    const wrong: Readonly<Record<string, string>> = {
      'no envelope': 'Hello\n',
      'no Base64': ':content-answer:%%%:end:\n',
      'no JSON': `:content-answer:${bytes('{"id":1,')}:end:\n`,
      'another shape': `:content-answer:${bytes('{"id":1}')}:end:\n`,
      'no text': `:content-answer:${bytes([0xff, 0xfe, 0x00])}:end:\n`,
      "another call's": `:content-answer:${bytes(
        JSON.stringify({ id: 99, ok: true, file: false, value: 1, error: null, warnings: [] }),
      )}:end:\n`,
    };
    it(`${Object.keys(wrong).join(', ')}: the process is not trusted any more`, () => {
      const steps = Object.values(wrong).map((text) => ({ text, then: 'write' as const }));
      return withShell({ steps: [...steps, echoes] }, async ({ echo, shell }) => {
        for (let call = 0; call < steps.length; call++) await fails(echo('a'), 'garbled');
        assert.deepEqual(await echo('b'), { data: 'b' });
        assert.equal(shell.pids.length, steps.length + 1);
      });
    });

    it('escape sequences around commands hang no caller', () =>
      withShell(
        { steps: [echoes], escapes: true },
        async ({ echo }) => {
          const began = Date.now();
          await echo('a', 300).catch(() => undefined);
          assert.ok(Date.now() - began < 3000);
        },
        { startTimeout: 600 },
      ));
  });
});
