import type { LogLine } from '../logLine';

/** Requests for a content of the distribution point. */
export interface RequestedContent {
  /** As the path has it: `Content_….1`, `CS100026.1`. */
  readonly content: string;
  readonly requests: number;
  /** Answered with a status below 400. */
  readonly answered: number;
  /** 401 to which another answer to the same client followed: how Windows authentication begins. */
  readonly logons: number;
  readonly refused: number;
  /** The client had gone before all was sent. */
  readonly broken: number;
  /** Sent; undefined where the log has no column for it. */
  readonly bytes: number | undefined;
  /** At most 1,000 are counted. */
  readonly clients: number;
  readonly first: LogLine;
  readonly last: LogLine;
}

/** Requests for a content that were answered with one status of 400 or more. */
export interface Refusal {
  readonly content: string;
  readonly method: string;
  readonly status: number;
  readonly subStatus: number;
  /** Of Windows, 0 for none; of the first one. */
  readonly win32: number;
  /** The first one's. */
  readonly path: string;
  readonly reason: string;
  readonly hint: string;
  readonly count: number;
  readonly clients: number;
  readonly first: LogLine;
  readonly last: LogLine;
}

export interface Counted {
  readonly name: string;
  readonly count: number;
}

export interface IisFacts {
  readonly contents: readonly RequestedContent[];
  readonly refusals: readonly Refusal[];
  readonly agents: readonly Counted[];
  /** `206.0` and others, of requests to the distribution point. */
  readonly statuses: readonly Counted[];
  /** Requests to other parts of the server. */
  readonly otherRequests: number;
  /** Contents that came before and are not kept. */
  readonly earlier: number;
}
