import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the shell does at one call of the agent, in the order of the fields. */
export interface Step {
  /** Noise, Base64 of bytes. */
  readonly stderr?: string;
  readonly stdout?: string;
  /** Milliseconds before anything else. */
  readonly delay?: number;
  /** Lines for the request's file, so many milliseconds apart. */
  readonly lines?: readonly string[];
  readonly pause?: number;
  readonly then: 'answer' | 'echo' | 'fail' | 'forward' | 'write' | 'silence' | 'half' | 'flood' | 'exit';
  readonly value?: unknown;
  readonly warnings?: readonly string[];
  readonly error?: object;
  readonly text?: string;
  readonly megabytes?: number;
  readonly code?: number;
}

/** Where `forward` sends the batches of `sql` requests. */
export interface SqlServer {
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

export interface Script {
  /** One a call; the last one stays. */
  readonly steps: readonly Step[];
  /** Goes on writing CR LF whatever it is told. */
  readonly keepsCrLf?: boolean;
  /** Writes escape sequences around each command, as pwsh does on a terminal. */
  readonly escapes?: boolean;
  /** Constrained language mode. */
  readonly refusesAgent?: boolean;
  readonly exitsAtStart?: number;
  readonly server?: SqlServer;
}

export interface Seen {
  readonly pid: number;
  /** Every line that was written to the shell. */
  readonly line?: string;
  readonly request?: { readonly verb: string; readonly data: unknown; readonly file: string };
  readonly start?: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly closed?: boolean;
}

/** A program that can be started as PowerShell is, in a folder of its own. */
export class FakeShell {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'fake-shell-'));
  readonly executable = path.join(this.folder, 'pwsh');
  /** For the sessions' answer files. */
  readonly answers = mkdtempSync(path.join(this.folder, 'answers-'));

  constructor(script: Script) {
    writeFileSync(path.join(this.folder, 'script.json'), JSON.stringify(script));
    const program = path.join(__dirname, 'program.cjs');
    writeFileSync(
      this.executable,
      `#!/bin/sh\nFAKE_SHELL='${this.folder}' exec '${process.execPath}' '${program}' "$@"\n`,
    );
    chmodSync(this.executable, 0o755);
  }

  /** Everything it saw, over all processes. */
  seen(): readonly Seen[] {
    const log = path.join(this.folder, 'log.ndjson');
    if (!existsSync(log)) return [];
    const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Seen);
  }

  get pids(): readonly number[] {
    return this.seen().flatMap(({ pid, start }) => (start === undefined ? [] : [pid]));
  }

  requests(): readonly NonNullable<Seen['request']>[] {
    return this.seen().flatMap(({ request }) => request ?? []);
  }

  /** Processes of it that still run. */
  running(): readonly number[] {
    return this.pids.filter((pid) => {
      try {
        process.kill(pid, 0);
        return true;
      } catch {
        return false;
      }
    });
  }

  /** Files and folders that the sessions left. */
  leftOvers(): readonly string[] {
    return readdirSync(this.answers, { recursive: true }).map(String);
  }

  delete(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
