import type { Duplex } from 'node:stream';
import { knownErrors, type Faults } from './faults';
import type { Response } from './response';
import { SqlError } from './sqlError';

/** The session is at its end: nothing more is sent. */
export class SessionEnded extends Error {}

/** Errors that are told a number of times count here, over all connections. */
export class ErrorsTold {
  private told = 0;
  private of: Faults['error'];

  /** Whether this error is due once more. */
  take(error: Faults['error']): boolean {
    if (error !== this.of) {
      this.of = error;
      this.told = 0;
    }
    return error !== undefined && this.told++ < error.times;
  }
}

/** What goes wrong while the rows of one request are sent. */
export class Disturbance {
  private rows = 0;
  private asked: boolean | undefined;

  constructor(
    private readonly faults: Faults,
    private readonly errors: ErrorsTold,
    private readonly stream: Duplex,
    private readonly text: string,
  ) {}

  /** Whether this request is one that is disturbed. */
  get applies(): boolean {
    const { onlyWith } = this.faults;
    return onlyWith === undefined || this.text.includes(onlyWith);
  }

  /**
   * Comes before every row, and once where a result has none.
   * @throws SqlError for the client; SessionEnded when the connection is gone or stands still
   */
  async beforeRow(response: Response): Promise<void> {
    if (!this.applies) return;
    const { stallAfterRows, goneAfterRows, killAfterRows, malformedAfterRows, error } = this.faults;
    const at = this.rows++;
    if (at === (error?.afterRows ?? 0)) this.failOnce(error);
    if (at === stallAfterRows) {
      if (at > 0) await response.flush();
      throw new SessionEnded();
    }
    if (at === goneAfterRows) {
      await response.flush();
      this.stream.destroy();
      throw new SessionEnded();
    }
    if (at === killAfterRows)
      throw new SqlError(596, 'Cannot continue the execution because the session is in the kill state.', 21);
    if (at === malformedAfterRows) await this.malform(response);
  }

  private failOnce(error: Faults['error']): void {
    if (error === undefined) return;
    this.asked ??= this.errors.take(error);
    if (!this.asked) return;
    const { message, severity, state } = knownErrors[error.number];
    throw new SqlError(error.number, message, severity, state);
  }

  private async malform(response: Response): Promise<void> {
    switch (this.faults.malformed ?? 'token') {
      case 'token':
        response.out.u8(0x55).u8(0x55);
        response.end();
        break;
      case 'length':
        await response.sendRaw(Buffer.from([4, 0, 0, 3, 0, 0, 1, 0]));
        break;
      case 'row':
        response.out.u8(0xd1).u8(4);
        response.end();
    }
    throw new SessionEnded();
  }
}
