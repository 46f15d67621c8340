import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { agentText, firstLine, keyVariable, loadLine } from '../../extension/adapters/powershell/agentText';
import { AnswerFolder } from '../../extension/adapters/powershell/answerFolder';
import { Deadline } from '../../extension/adapters/powershell/deadline';
import type { Json } from '../../extension/adapters/powershell/envelope';
import { findPowerShell } from '../../extension/adapters/powershell/findPowerShell';
import { PowerShellCim } from '../../extension/adapters/powershell/powerShellCim';
import { Sealing } from '../../extension/adapters/powershell/sealing';
import { ShellPool } from '../../extension/adapters/powershell/shellPool';
import { shellEnvironment } from '../../extension/adapters/powershell/shellProcess';
import { WindowsSqlDatabase } from '../../extension/adapters/powershell/windowsSqlDatabase';
import { CimError } from '../../extension/ports/cim';
import { SiteConnectError } from '../../extension/ports/siteConnectError';

const findIn = (environment: NodeJS.ProcessEnv): readonly string[] => {
  try {
    return [findPowerShell('', { platform: process.platform, environment })];
  } catch {
    return [];
  }
};

/** Windows PowerShell is found below SystemRoot; without it, the pwsh on PATH is. */
const withoutRoot = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name.toLowerCase() !== 'systemroot'),
);
const shells = [...new Set([...findIn(process.env), ...findIn(withoutRoot)])];

const isWindows = process.platform === 'win32';
const never = new AbortController().signal;

/** Runs lines in a shell of their own; gives what it wrote to standard output. */
const runLines = (
  executable: string,
  lines: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): string => {
  const { stdout, stderr, error } = spawnSync(
    executable,
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', '-'],
    {
      input: lines.map((line) => line.concat('\n\n')).join(''), // an empty line ends what may seem unfinished
      encoding: 'utf8',
      timeout: 60_000,
      windowsHide: true,
      env: shellEnvironment(variables),
    },
  );
  assert.equal(error, undefined);
  assert.equal(stderr, '');
  return stdout;
};

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

if (shells.length === 0)
  describe('a real PowerShell (skipped: no PowerShell on this machine)', () => {
    it('is looked for, and its absence told', () => {
      assert.throws(() => findPowerShell(), SiteConnectError);
    });
  });
for (const found of shells)
  describe(`a real PowerShell (${found})`, function () {
    this.timeout(120_000);
    const parent = mkdtempSync(path.join(tmpdir(), 'real-shell-'));
    const pool = new ShellPool(
      { executable: found, callsPerProcess: 100, startTimeout: 60_000 },
      1,
      new AnswerFolder(parent),
    );
    const echo = (data: Json): Promise<unknown> =>
      pool.call({ verb: 'echo', data, deadline: new Deadline('The call', 60_000, never) });
    after(async () => {
      await pool.close();
      assert.deepEqual(readdirSync(parent), []);
      rmSync(parent, { recursive: true });
    });

    it('parses the agent under strict mode', () => {
      const text = runLines(found, [
        'Set-StrictMode -Version Latest',
        `$text = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64(agentText)}'))`,
        '[void] [ScriptBlock]::Create($text)',
        "[Console]::Out.Write('parsed')",
      ]);
      assert.match(text, /parsed/);
    });

    it('gives every value back as it was', async () => {
      const data: Json = {
        quotes: `'"''""\u2018\u2019\u201c\u201d`,
        backticks: '`n`"``',
        expansion: '$(throw 1) $env:PATH ${x} @(1) %PATH% [a-z]* $null',
        lines: 'a\nb\r\nc\rd\u2028e\u0085f',
        control: '\0\u0001\u001b[0m\u007f',
        direction: '\u202eright to left\u202c \u200fא',
        emoji: '😀👩‍👩‍👧 é ü ß 漢',
        date: '2026-01-02T03:04:05Z',
        microsoftDate: '/Date(1234567890)/',
        guard: '=',
        empty: '',
        numbers: [0, -1, 2147483648, 9007199254740991, 1.5],
        flags: [true, false],
        nothing: null,
        none: [],
        one: ['one'],
        nested: [[['deep']], [], [null]],
        objects: [{ a: 1 }, { a: [{ b: [] }] }],
      };
      assert.deepEqual(await echo(data), { data });
    });

    it('gives a long value back through a file', async () => {
      const data = '😀é'.repeat(200_000);
      assert.deepEqual(await echo(data), { data });
    });

    it('answers calls one after the other, for as long as they come', async () => {
      for (let call = 0; call < 150; call++) assert.deepEqual(await echo(call), { data: call });
    });

    it('writes rows as they are read', () => {
      const file = path.join(parent, 'rows.ndjson');
      writeFileSync(file, '');
      const rows = 45;
      const wrote = runLines(found, [
        firstLine,
        loadLine,
        "Set-StrictMode -Version 3.0; $ErrorActionPreference = 'Stop'",
        '$table = New-Object System.Data.DataTable',
        "foreach ($type in 'String', 'Int64', 'DateTime', 'Boolean', 'Int32', 'Guid', 'Byte[]', 'Decimal', 'DateTimeOffset') { [void] $table.Columns.Add($type, [type] ('System.' + $type)) }",
        '$time = [DateTime]::new(2026, 1, 2, 3, 4, 5, 7)',
        "$values = [object[]]::new(9); $values[0] = 'text'; $values[1] = [long]::MaxValue; $values[2] = $time; $values[3] = $true; $values[4] = -5; $values[5] = [guid] '6f9619ff-8b86-d011-b42d-00c04fc964ff'; $values[6] = [byte[]] (1, 255); $values[7] = [decimal] 1.5; $values[8] = [DateTimeOffset]::new($time, [TimeSpan]::FromHours(1))",
        '[void] $table.Rows.Add($values)',
        `for ($n = 1; $n -lt ${rows}; $n++) { [void] $table.Rows.Add([object[]]::new(9)) }`,
        `$file = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64(file)}'))`,
        '$writer = Open-ContentRows $file',
        'Copy-ContentResult ($table.CreateDataReader()) $writer 0',
        "$writer.Dispose(); [Console]::Out.Write('written')",
      ]);
      assert.match(wrote, /written/);
      const [header, ...lines] = readFileSync(file, 'utf8').split('\n').slice(0, -1);
      rmSync(file);
      const { result, columns } = JSON.parse(header ?? '') as {
        readonly result: number;
        readonly columns: readonly { readonly name: string; readonly kind: string }[];
      };
      assert.equal(result, 0);
      assert.deepEqual(
        columns.map(({ name, kind }) => `${name} ${kind}`),
        [
          'String plain',
          'Int64 bigint',
          'DateTime time',
          'Boolean plain',
          'Int32 plain',
          'Guid guid',
          'Byte[] binary',
          'Decimal plain',
          'DateTimeOffset offset',
        ],
      );
      const all = lines.flatMap((line) => (JSON.parse(line) as { readonly rows: readonly unknown[] }).rows);
      assert.equal(all.length, rows);
      assert.deepEqual(all[0], [
        'text',
        '9223372036854775807',
        Date.UTC(2026, 0, 2, 3, 4, 5, 7),
        true,
        -5,
        '6F9619FF-8B86-D011-B42D-00C04FC964FF',
        '01ff',
        1.5,
        Date.UTC(2026, 0, 2, 2, 4, 5, 7),
      ]);
      assert.deepEqual(
        all.at(-1),
        Array.from({ length: 9 }, () => null),
      );
    });

    it('unlocks a secret with the key that it was started with, and forgets the key', () => {
      const sealing = new Sealing();
      const secret = 'p"w$(x)\'`;é😀';
      const text = runLines(
        found,
        [
          firstLine,
          loadLine,
          `$secret = Unprotect-ContentSecret '${sealing.seal(secret)}'`,
          "$plain = (New-Object System.Net.NetworkCredential -ArgumentList '', $secret).Password",
          "[Console]::Out.Write('<' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($plain)) + '|' + [string] $env:CONFIGMGR_CONTENT_KEY + '>')",
        ],
        { [keyVariable]: sealing.key },
      );
      assert.ok(text.includes(`<${base64(secret)}|>`), text);
    });

    it('keeps the types of WMI, both ways', () => {
      const text = runLines(found, [
        firstLine,
        loadLine,
        "Set-StrictMode -Version 3.0; $ErrorActionPreference = 'Stop'; $out = @{}",
        "Add-ContentValue $out 'big' ([uint64]::MaxValue)",
        "Add-ContentValue $out 'small' ([uint32] 4294967295)",
        "Add-ContentValue $out 'time' ([DateTime]::new(2026, 1, 2, 3, 4, 5, 7, [DateTimeKind]::Utc))",
        "Add-ContentValue $out 'one' ([byte[]] @(7))",
        "Add-ContentValue $out 'none' ([string[]] @())",
        "Add-ContentValue $out 'nothing' $null",
        "Add-ContentValue $out 'embedded' ([version] '1.0')",
        "$out['typed'] = [object[]] @((ConvertTo-ContentTyped 2147483650 'UInt32').GetType().Name, (ConvertTo-ContentTyped ([object[]] @(1)) 'UInt16Array').GetType().Name, (ConvertTo-ContentTyped '18446744073709551615' 'UInt64').GetType().Name, (ConvertTo-ContentTyped $true 'Boolean').GetType().Name)",
        "[Console]::Out.Write('<' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes((ConvertTo-Json -InputObject $out -Depth 5 -Compress))) + '>')",
      ]);
      const [, answer = ''] = /<([A-Za-z0-9+/=]+)>/.exec(text) ?? [];
      assert.deepEqual(JSON.parse(Buffer.from(answer, 'base64').toString('utf8')), {
        big: '18446744073709551615',
        small: 4294967295,
        time: '2026-01-02T03:04:05.007Z',
        one: [7],
        none: [],
        nothing: null,
        typed: ['UInt32', 'UInt16[]', 'UInt64', 'Boolean'],
      });
    });

    it('tells a class that does not exist as an error, and goes on', async () => {
      const cim = new PowerShellCim(pool, { operationTimeout: 20_000 });
      const target = { computer: 'localhost', namespace: 'root\\cimv2' };
      const path = { className: 'Content_NoSuchClass', keys: { Name: "'; x" } };
      await assert.rejects(cim.put(target, path, { A: 1 }, never), (error) => {
        assert.ok(error instanceof CimError, String(error));
        // WMI tells a class that is not there, or no such instance.
        assert.match(error.kind, isWindows ? /^(failed|notFound)$/ : /^failed$/, error.message);
        assert.match(error.message, isWindows ? /Content_NoSuchClass/ : /Windows/);
        return true;
      });
      assert.deepEqual(await echo('still here'), { data: 'still here' });
      if (!isWindows) return;
      const registry = {
        hDefKey: 2147483650,
        sSubKeyName: 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
        sValueName: 'SystemRoot',
      };
      const { returnValue, out } = await cim.invoke(target, 'StdRegProv', 'GetStringValue', registry, never);
      assert.equal(returnValue, 0);
      assert.match(String(out['sValue']), /windows/i);
      const names: unknown[] = [];
      for await (const page of cim.query(
        target,
        { className: 'Win32_OperatingSystem', properties: ['Version'] },
        never,
      ))
        names.push(...page.map(({ Version }) => Version));
      assert.match(String(names[0]), /^\d+\.\d+/);
    });

    it('tells a server that is not there as an error', async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const { port } = server.address() as { readonly port: number };
      await new Promise((resolve) => server.close(resolve));
      const own = new ShellPool(
        { executable: found, callsPerProcess: 100, startTimeout: 60_000 },
        1,
        new AnswerFolder(parent),
      );
      const database = new WindowsSqlDatabase(own, {
        server: '127.0.0.1',
        port,
        database: 'CM_ABC',
        encrypt: false,
        trustServerCertificate: true,
        connectTimeout: 5000,
        requestTimeout: 5000,
        lockTimeout: 1000,
      });
      try {
        await assert.rejects(database.connect(never), (error) => {
          assert.ok(error instanceof SiteConnectError, String(error));
          assert.notEqual(error.kind, 'login', error.message);
          return true;
        });
      } finally {
        await database.close();
      }
    });
  });
