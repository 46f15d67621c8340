import { AnswerFolder } from './answerFolder';
import { Sealing } from './sealing';
import { ShellSession, type ShellCall, type ShellOptions } from './shellSession';

/** A few sessions side by side, so that a DP that does not answer holds up few of the others. */
export class ShellPool {
  readonly folder: AnswerFolder;
  private readonly sealing = new Sealing();
  private readonly sessions: ShellSession[] = [];
  private isClosed = false;

  /** @param size most processes at a time */
  constructor(
    private readonly options: ShellOptions,
    private readonly size: number,
    folder = new AnswerFolder(),
  ) {
    this.folder = folder;
  }

  /** On the session with the least to do. @throws ShellError; SiteConnectError `noPowerShell` */
  call(call: ShellCall): Promise<unknown> {
    return this.leastLoaded().call(call);
  }

  /** As a request may carry it. */
  seal(secret: string): string {
    return this.sealing.seal(secret);
  }

  /** Ends what runs, all processes, and deletes what they wrote. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.sessions.map((session) => session.close()));
    await this.folder.delete();
  }

  private leastLoaded(): ShellSession {
    const [least] = [...this.sessions].sort((a, b) => a.load - b.load);
    if (least !== undefined && (least.load === 0 || this.sessions.length >= this.size)) return least;
    const another = new ShellSession(this.options, this.sealing, this.folder);
    if (this.isClosed) void another.close();
    this.sessions.push(another);
    return another;
  }
}
