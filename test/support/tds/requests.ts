import type { Duplex } from 'node:stream';
import { runBatch } from './batch';
import { Disturbance, SessionEnded, type ErrorsTold } from './disturbance';
import type { Faults } from './faults';
import { messageOf, packetType, type Message } from './packets';
import { Response } from './response';
import { afterHeaders, parseCall, type Call, type Parameter } from './rpc';
import { SqlError, sqlErrorOf } from './sqlError';
import type { Outcome, SqlSession } from './sqlSession';
import { TokenBuffer } from './tokenBuffer';
import {
  done,
  doneStatus,
  writeColumns,
  writeDatabaseChange,
  writeDone,
  writeError,
  writeResetDone,
  writeReturnStatus,
  writeRow,
} from './tokens';

export interface RequestServices {
  readonly errors: ErrorsTold;
  faults(): Faults;
  attended(): void;
  reset(): void;
  asked(text: string): void;
}

/** A batch's text, or that of a call of sp_executesql with its parameters. */
interface Request {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  readonly called: boolean;
}

const requestOf = (message: Message): Request => {
  if (message.type === packetType.batch)
    return { text: afterHeaders(message.payload).toString('utf16le'), parameters: [], called: false };
  const call: Call = parseCall(message.payload);
  const [statement, , ...parameters] = call.parameters;
  if (call.procedure.toLowerCase() !== 'sp_executesql' || typeof statement?.value !== 'string')
    throw new SqlError(2812, `Could not find stored procedure '${call.procedure}'.`, 16, 62);
  return { text: statement.value, parameters, called: true };
};

/** The requests of one logged-in client, one at a time, and its attentions. */
export class Requests {
  private current: { readonly abort: AbortController; readonly ended: Promise<void> } | undefined;
  /** Stands still or speaks nonsense: says no more. */
  private silent = false;

  constructor(
    readonly session: SqlSession,
    private readonly stream: Duplex,
    private readonly packetSize: number,
    private readonly services: RequestServices,
  ) {}

  get running(): boolean {
    return this.current !== undefined;
  }

  close(): void {
    this.current?.abort.abort();
    void (this.current?.ended ?? Promise.resolve()).then(() => this.session.dropTemporary());
  }

  take(message: Message): void {
    if (this.silent) return;
    if (message.type === packetType.attention) {
      void this.attend();
      return;
    }
    const abort = new AbortController();
    const ended = this.answer(message, abort.signal).finally(() => (this.current = undefined));
    this.current = { abort, ended };
  }

  /** Ends the request that runs, and then tells so in a message of its own. */
  private async attend(): Promise<void> {
    this.services.attended();
    if (this.services.faults().ignoreAttention === true) return;
    this.current?.abort.abort();
    await this.current?.ended;
    const out = new TokenBuffer();
    writeDone(out, done.statement, doneStatus.attention);
    this.stream.write(messageOf(packetType.result, out.take(), this.packetSize));
  }

  private async answer(message: Message, signal: AbortSignal): Promise<void> {
    const response = new Response(this.stream, this.packetSize);
    if (message.reset) {
      this.session.dropTemporary();
      this.services.reset();
      writeResetDone(response.out);
    }
    let called = message.type === packetType.rpc;
    try {
      if (!message.ignored) {
        const request = requestOf(message);
        called = request.called;
        await this.run(request, response, signal);
      }
      if (called) writeReturnStatus(response.out, 0);
      writeDone(response.out, called ? done.procedure : done.statement, doneStatus.final);
      response.end();
    } catch (error) {
      if (error instanceof SessionEnded) this.silent = true;
      else this.fail(sqlErrorOf(error), response, called);
    }
  }

  private fail(error: SqlError, response: Response, called: boolean): void {
    const { told } = error;
    writeError(response.out, this.services.faults().unnumbered === true ? { ...told, number: 50000 } : told);
    writeDone(response.out, called ? done.procedure : done.statement, doneStatus.error);
    response.end();
    if (error.severity >= 20) this.stream.end();
  }

  private async run(request: Request, response: Response, signal: AbortSignal): Promise<void> {
    const { session, services } = this;
    services.asked(request.text);
    const disturbance = new Disturbance(services.faults(), services.errors, this.stream, request.text);
    const before = session.tables;
    try {
      for await (const outcome of runBatch(request.text, {
        session,
        parameters: request.parameters,
        signal,
      })) {
        await this.tell(outcome, request, response, disturbance, signal);
        if (signal.aborted) return;
      }
    } finally {
      // Temporary tables of a procedure end with it; those of a batch stay with the session.
      if (request.called) session.dropTemporary(before);
    }
  }

  private async tell(
    outcome: Outcome,
    { called }: Request,
    response: Response,
    disturbance: Disturbance,
    signal: AbortSignal,
  ): Promise<void> {
    const { out } = response;
    const token = called ? done.inProcedure : done.statement;
    switch (outcome.kind) {
      case 'database':
        writeDatabaseChange(out, outcome.name, '');
        writeDone(out, token, doneStatus.more);
        return;
      case 'done':
        writeDone(out, token, doneStatus.more, outcome.rows);
        return;
      case 'rows': {
        const rows = await this.sendRows(outcome, response, disturbance, signal);
        writeDone(out, token, doneStatus.more, rows);
      }
    }
  }

  /** @returns how many */
  private async sendRows(
    { columns, rows }: Extract<Outcome, { readonly kind: 'rows' }>,
    response: Response,
    disturbance: Disturbance,
    signal: AbortSignal,
  ): Promise<number> {
    const lower = this.services.faults().lowerCaseColumns === true;
    writeColumns(
      response.out,
      lower ? columns.map((column) => ({ ...column, name: column.name.toLowerCase() })) : columns,
    );
    const disturbed = disturbance.applies;
    let sent = 0;
    for (const row of rows) {
      if (disturbed) await disturbance.beforeRow(response);
      if (signal.aborted) break;
      writeRow(response.out, columns, row);
      sent += 1;
      if (sent % 64 === 0) await response.pass(signal);
    }
    if (sent === 0) await disturbance.beforeRow(response);
    return sent;
  }
}
