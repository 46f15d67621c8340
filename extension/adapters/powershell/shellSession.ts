import { readFile } from 'node:fs/promises';
import { SiteConnectError } from '../../ports/siteConnectError';
import { firstLine, keyVariable, loadLine } from './agentText';
import { deleteFile, type AnswerFolder } from './answerFolder';
import { Deadline } from './deadline';
import { answerIn, answerOf, callLine, type AgentAnswer, type AgentRequest, type Json } from './envelope';
import type { Sealing } from './sealing';
import { ShellError } from './shellError';
import { ShellProcess } from './shellProcess';

export interface ShellOptions {
  /** Absolute path (findPowerShell). */
  readonly executable: string;
  /** After so many calls a new process is started: PowerShell grows. */
  readonly callsPerProcess: number;
  /** Milliseconds until the agent has to be loaded. */
  readonly startTimeout: number;
}

export interface ShellCall {
  readonly verb: string;
  readonly data: Json;
  readonly deadline: Deadline;
  /** Of the caller's own, for rows; else one is made for the call. */
  readonly file?: string;
}

/** Bytes of an answer that go through standard output, 256 at a time; a longer one goes through a file. */
const mostThroughOutput = 100_000;

/**
 * A PowerShell process with the agent in it, one call at a time. The process is started by the first call; it is
 * ended by a call that is cancelled, gets no answer in time or one that is not understood, and the next call
 * starts another.
 */
export class ShellSession {
  private process: ShellProcess | undefined;
  private calls = 0;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private readonly ending = new AbortController();

  constructor(
    private readonly options: ShellOptions,
    private readonly sealing: Sealing,
    private readonly folder: AnswerFolder,
  ) {}

  /** Calls that run or wait. */
  get load(): number {
    return this.waiting;
  }

  /** The answer's value. @throws ShellError; SiteConnectError `noPowerShell` */
  async call(call: ShellCall): Promise<unknown> {
    const turn = this.last.then(() => this.answerTo(call));
    this.last = turn.catch(() => undefined);
    this.waiting += 1;
    try {
      return await Promise.race([turn, call.deadline.passed]);
    } finally {
      this.waiting -= 1;
      call.deadline.end();
    }
  }

  private get isClosed(): boolean {
    return this.ending.signal.aborted;
  }

  /** Ends what runs, and the process. */
  async close(): Promise<void> {
    this.ending.abort();
    const { process } = this;
    this.process = undefined;
    if (this.waiting > 0) process?.kill();
    else await this.endOrderly(process);
    await this.last;
  }

  private async answerTo(call: ShellCall): Promise<unknown> {
    const { deadline } = call;
    if (deadline.signal.aborted) return undefined; // nobody waits for it any more
    if (this.isClosed) throw closed();
    const process = await this.ready(deadline.signal);
    deadline.renew();
    const answer = await this.orEnd(process, deadline, this.ask(process, call));
    if (answer.ok) return answer.value;
    const message = [answer.error?.message ?? '', ...answer.warnings].join(' ').trim();
    throw new ShellError('refused', message, answer.error ?? undefined);
  }

  private async ask(process: ShellProcess, { verb, data, file: own }: ShellCall): Promise<AgentAnswer> {
    const file = own ?? (await this.folder.newFile());
    const request: AgentRequest = { id: ++this.calls, verb, data, file, most: mostThroughOutput };
    try {
      const answer = answerIn(await process.run(callLine(request)), request.id);
      return answer.file ? answerOf(await readFile(file, 'utf8'), request.id) : answer;
    } finally {
      if (own === undefined) await deleteFile(file);
    }
  }

  /** A process after anything but an answer is of no use: it may still be at it, or answer late. */
  private async orEnd<T>(process: ShellProcess, deadline: Deadline, work: Promise<T>): Promise<T> {
    try {
      return await Promise.race([work, deadline.passed]);
    } catch (error) {
      process.kill();
      if (this.process === process) this.process = undefined;
      await work.catch(() => undefined); // which ends with the process
      throw this.isClosed ? closed() : error;
    }
  }

  private async ready(signal: AbortSignal): Promise<ShellProcess> {
    const { process } = this;
    if (process?.isRunning === true && this.calls < this.options.callsPerProcess) return process;
    this.process = undefined;
    await this.endOrderly(process);
    this.process = await this.start(AbortSignal.any([signal, this.ending.signal]));
    return this.process;
  }

  private async start(signal: AbortSignal): Promise<ShellProcess> {
    const { executable, startTimeout } = this.options;
    const process = await ShellProcess.start(executable, { [keyVariable]: this.sealing.key });
    const deadline = new Deadline(`Starting ${executable}`, startTimeout, signal);
    deadline.renew();
    try {
      await this.orEnd(process, deadline, process.run(firstLine));
      await this.orEnd(process, deadline, process.run(loadLine));
      const noise = process.lastNoise;
      this.calls = 0;
      await this.orEnd(process, deadline, this.greet(process, deadline, noise));
      return process;
    } catch (error) {
      process.kill();
      if (error instanceof ShellError && error.kind !== 'cancelled' && error.kind !== 'closed')
        throw notLoaded(executable, error.message);
      throw error;
    } finally {
      deadline.end();
    }
  }

  /** Shows that the agent is there: policies that restrict PowerShell's language keep it from being defined. */
  private async greet(process: ShellProcess, deadline: Deadline, noise: string): Promise<void> {
    try {
      const answer = await this.ask(process, { verb: 'hello', data: null, deadline });
      if (!answer.ok) throw new ShellError('garbled', answer.error?.message ?? 'It did not say hello.');
    } catch (error) {
      if (error instanceof ShellError && error.kind === 'garbled' && noise !== '')
        throw new ShellError('garbled', noise);
      throw error;
    }
  }

  /** Lets the agent close its CIM sessions. */
  private async endOrderly(process: ShellProcess | undefined): Promise<void> {
    if (process?.isRunning !== true) return;
    const deadline = new Deadline('Closing PowerShell', 2000, new AbortController().signal);
    deadline.renew();
    const closing = this.ask(process, { verb: 'close', data: null, deadline });
    await Promise.race([closing, deadline.passed]).catch(() => process.kill());
    deadline.end();
    await process.stop();
    await closing.catch(() => undefined);
  }
}

const closed = (): ShellError => new ShellError('closed', 'The PowerShell session was closed.');

const notLoaded = (executable: string, cause: string): SiteConnectError =>
  new SiteConnectError(
    'noPowerShell',
    `${executable} does not run what this extension needs: ${cause} A policy that restricts PowerShell to constrained language mode does this; ask for an exception, or set the path of another PowerShell.`,
  );
