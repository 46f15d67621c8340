import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AnswerFolder } from '../../extension/adapters/powershell/answerFolder';
import { findPowerShell } from '../../extension/adapters/powershell/findPowerShell';
import { shellEnvironment } from '../../extension/adapters/powershell/shellProcess';
import { SiteConnectError } from '../../extension/ports/siteConnectError';
import { withShell } from '../support/fakeShell/lendShell';

const echoes = { then: 'echo' } as const;

const noPowerShell =
  (words: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof SiteConnectError, String(error));
    assert.equal(error.kind, 'noPowerShell');
    assert.match(error.message, words);
    return true;
  };

/** Rejections that nobody took while this ran. */
const unhandled = async (run: () => Promise<void>): Promise<readonly unknown[]> => {
  const seen: unknown[] = [];
  const take = (reason: unknown): unknown => seen.push(reason);
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', take);
  try {
    await run();
    await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    process.removeListener('unhandledRejection', take);
    for (const other of others) process.on('unhandledRejection', other);
  }
  return seen;
};

describe('starting PowerShell', () => {
  it('without profile and prompts, with plain output, and never what NODE_POWERSHELL names', async () => {
    const before = process.env.NODE_POWERSHELL;
    process.env.NODE_POWERSHELL = path.join(tmpdir(), 'another-shell');
    try {
      await withShell({ steps: [echoes] }, async ({ echo, shell }) => {
        assert.deepEqual(await echo('a'), { data: 'a' });
        const [{ start = [], environment = {} } = {}] = shell.seen();
        for (const option of ['-NoProfile', '-NonInteractive']) assert.ok(start.includes(option), option);
        assert.deepEqual(start.slice(-2), ['-Command', '-']);
        assert.equal(environment.NODE_POWERSHELL, undefined);
        assert.equal(environment.TERM, 'dumb');
      });
    } finally {
      if (before === undefined) delete process.env.NODE_POWERSHELL;
      else process.env.NODE_POWERSHELL = before;
    }
  });

  it('with no module path of another PowerShell, however it is spelt', () => {
    const before = process.env.PSMODULEPATH;
    process.env.PSMODULEPATH = 'C:\\Program Files\\PowerShell\\7\\Modules';
    try {
      const names = Object.keys(shellEnvironment({ GIVEN: '1' })).map((name) => name.toLowerCase());
      assert.deepEqual([names.includes('psmodulepath'), names.includes('given')], [false, true]);
    } finally {
      if (before === undefined) delete process.env.PSMODULEPATH;
      else process.env.PSMODULEPATH = before;
    }
  });

  it('sets UTF-8 in its first line, before anything else', () =>
    withShell({ steps: [echoes] }, async ({ echo, shell }) => {
      await echo('a');
      const commands = shell.seen().flatMap(({ line }) => line ?? []);
      const first = commands.find((line) => !line.includes('.WriteLine('));
      assert.match(
        first ?? '',
        /\$OutputEncoding = .*UTF8Encoding.*\[Console\]::OutputEncoding = \$OutputEncoding/,
      );
    }));

  it('that is not there, is told with the next step, and rejects nothing unseen', async () => {
    const seen = await unhandled(() =>
      withShell(
        { steps: [echoes] },
        async ({ echo }) => {
          await assert.rejects(echo('a'), noPowerShell(/could not be started.*ENOENT.*path of another/));
          await assert.rejects(echo('b'), noPowerShell(/could not be started/));
        },
        { executable: path.join(tmpdir(), 'no', 'such', 'pwsh') },
      ),
    );
    assert.deepEqual(seen, []);
  });

  it('that ends at once, by a policy, is told with what it said', async () => {
    const seen = await unhandled(() =>
      withShell({ steps: [echoes], exitsAtStart: 1 }, async ({ echo }) => {
        await assert.rejects(echo('a'), noPowerShell(/blocked by group policy/));
      }),
    );
    assert.deepEqual(seen, []);
  });

  it('in constrained language mode names that', () =>
    withShell({ steps: [echoes], refusesAgent: true }, async ({ echo }) => {
      await assert.rejects(echo('a'), noPowerShell(/core types.*constrained language mode/));
    }));
});

describe('finding PowerShell', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'find-shell-'));
  const program = (...names: readonly string[]): string => {
    const file = path.join(folder, ...names);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    return file;
  };
  after(() => rmSync(folder, { recursive: true }));

  it('takes the wanted one, and refuses one that is not there or has no full path', () => {
    const wanted = program('mine', 'pwsh-preview');
    assert.equal(findPowerShell(wanted), wanted);
    assert.throws(() => findPowerShell(path.join(folder, 'gone')), noPowerShell(/gone/));
    assert.throws(() => findPowerShell('pwsh'), noPowerShell(/full path/));
    assert.throws(() => findPowerShell(path.dirname(wanted)), noPowerShell(/program/));
  });

  it('looks for pwsh on PATH by absolute paths only', () => {
    const pwsh = program('second', 'pwsh');
    const found = (PATH: string) => findPowerShell('', { platform: 'linux', environment: { PATH } });
    assert.equal(found(`.:bin:${path.join(folder, 'first')}:${path.dirname(pwsh)}`), pwsh);
    assert.throws(() => found(`.:${path.join(folder, 'first')}`), noPowerShell(/PATH.*Install PowerShell 7/));
    assert.throws(() => found(''), noPowerShell(/PATH/));
  });
});

describe('files for long answers', () => {
  it('left by processes that have ended are deleted; those of others stay', async () => {
    const parent = mkdtempSync(path.join(tmpdir(), 'sweep-'));
    try {
      const dead = path.join(parent, 'configmgr-content-999999999-abcDEF');
      const alive = path.join(parent, `configmgr-content-${process.pid}-abcDEF`);
      const others = path.join(parent, 'configmgr-content-999999999');
      for (const one of [dead, alive, others]) mkdirSync(one);
      writeFileSync(path.join(dead, 'rows.ndjson'), 'secret');
      const folder = new AnswerFolder(parent);
      const file = await folder.newFile();
      const { readdirSync } = await import('node:fs');
      const left = readdirSync(parent).map((name) => path.join(parent, name));
      assert.deepEqual(left.sort(), [alive, others, path.dirname(file)].sort());
      await folder.delete();
      assert.ok(!readdirSync(parent).includes(path.basename(path.dirname(file))));
    } finally {
      rmSync(parent, { recursive: true });
    }
  });
});
