import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { SiteConnectError } from '../../ports/siteConnectError';
import { ShellError } from './shellError';

/** More than this on standard output is no answer of the agent. Reading costs the square of it. */
const mostOutput = 3_000_000;
/** The outermost bound of a call; each has a shorter one of its own, whose end also ends the process. */
const longestCall = 6 * 60 * 60 * 1000;

/** PowerShell 7 asks nobody for updates and tells nobody that it runs. */
const quiet = { POWERSHELL_TELEMETRY_OPTOUT: '1', POWERSHELL_UPDATECHECK: 'Off' };

/**
 * Windows PowerShell with the module path of a PowerShell 7 that VS Code was started from loads none of its own
 * modules, and so has no ConvertFrom-Json. Each makes its path when there is none.
 */
const notInherited = /^(NODE_POWERSHELL|PSModulePath)$/i;

/** The environment of a shell. @param variables added to this process's own */
export const shellEnvironment = (variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !notInherited.test(name))),
  ...quiet,
  ...variables,
  ...(process.platform === 'win32' ? {} : { TERM: 'dumb' }),
});

/** node-powershell writes a line of its own to the error stream before and after each command. */
const endMarks = /^[0-9A-Za-z]{16}\r?$/gm;

/** What node-powershell keeps to itself. */
interface Inner {
  readonly process: ChildProcess;
  readonly exitPromise: Promise<void>;
  readonly debuggers: Readonly<Record<string, { enabled: boolean }>>;
}

interface Shell {
  invoke(command: string): Promise<{ readonly stdout?: Buffer }>;
  readonly history: unknown[];
}

/** One PowerShell process, through node-powershell, which this keeps from hanging, leaking and crashing. */
export class ShellProcess {
  private readonly child: ChildProcess;
  private output = 0;
  private noise = '';
  private isTooLong = false;

  private constructor(
    private readonly shell: Shell,
    private readonly executable: string,
  ) {
    const { process: child, exitPromise, debuggers } = shell as unknown as Inner;
    this.child = child;
    exitPromise.catch(() => undefined); // a process that cannot be started, or is killed, rejects it
    for (const debug of Object.values(debuggers)) debug.enabled = false; // or DEBUG=* would print all requests
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.on('error', () => undefined);
    child.stdout?.on('data', (text: string) => this.measure(text.length));
    child.stderr?.on('data', (text: string) => (this.noise = (this.noise + text).slice(-2000)));
    // node-powershell leaves its streams paused, and a paused one is never closed.
    child.once('exit', () => [child.stdout, child.stderr].forEach((stream) => stream?.resume()));
  }

  /** @param variables added to this process's environment */
  static async start(executable: string, variables: Readonly<Record<string, string>>): Promise<ShellProcess> {
    const { PowerShell } = await import('node-powershell');
    /** NODE_POWERSHELL would otherwise be run instead. */
    class Exactly extends PowerShell {
      protected override setExecutable(): string {
        return executable;
      }
    }
    const shell = new Exactly({
      executableOptions: { '-NoProfile': true, '-NonInteractive': true },
      spawnOptions: { env: shellEnvironment(variables), windowsHide: true },
      throwOnInvocationError: false,
      invocationTimeout: longestCall,
    });
    const started = new ShellProcess(shell, executable);
    if (started.child.pid === undefined) throw await started.notStarted();
    return started;
  }

  get isRunning(): boolean {
    return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What the process last wrote to its error stream, in one line. */
  get lastNoise(): string {
    return this.noise.replace(endMarks, '').replace(/\s+/g, ' ').trim();
  }

  /** Runs one line; gives what it wrote to standard output. @throws ShellError `exited`, `tooLong` */
  async run(line: string): Promise<string> {
    this.output = 0;
    this.noise = '';
    const result = this.isRunning ? await this.shell.invoke(line).catch(() => undefined) : undefined;
    this.shell.history.length = 0; // which holds every request and answer
    if (this.isTooLong)
      throw new ShellError('tooLong', 'PowerShell wrote far more than an answer, and was ended.');
    if (result?.stdout !== undefined) return result.stdout.toString('utf8');
    await this.lastWords();
    throw new ShellError('exited', this.whyExited());
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Lets the process end by itself, for at most a second. */
  async stop(): Promise<void> {
    if (!this.isRunning) return;
    const gone = once(this.child, 'exit');
    const timer = setTimeout(() => this.kill(), 1000);
    this.child.stdin?.end();
    await gone;
    clearTimeout(timer);
  }

  private measure(characters: number): void {
    this.output += characters;
    if (this.output <= mostOutput || this.isTooLong) return;
    this.isTooLong = true;
    this.kill();
  }

  /** What it wrote before its end may come after it. */
  private async lastWords(): Promise<void> {
    const { child } = this;
    if (child.stderr?.readableEnded === true) return;
    await Promise.race([once(child, 'close'), sleep(200, undefined, { ref: false })]);
  }

  private whyExited(): string {
    const { exitCode, signalCode } = this.child;
    const noise = this.lastNoise === '' ? '' : ` It said: ${this.lastNoise}`;
    return `PowerShell ended by itself (${signalCode ?? `code ${exitCode ?? 'unknown'}`}).${noise}`;
  }

  private async notStarted(): Promise<SiteConnectError> {
    const [error] = (await once(this.child, 'error').catch((cause: unknown) => [cause])) as [unknown];
    const cause = error instanceof Error ? error.message : String(error);
    return new SiteConnectError(
      'noPowerShell',
      `${this.executable} could not be started: ${cause}. Check that it may be run, or set the path of another.`,
    );
  }
}
