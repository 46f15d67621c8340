import {
  ResponseError,
  type CancellationToken,
  type Connection,
  type ProtocolRequestType,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { RequestType } from '../protocol/requestType';

/** What the server offers, and the request that asks for it. */
export interface Feature {
  readonly offers: ServerCapabilities;
  serve(connection: Pick<Connection, 'onRequest' | 'console'>): void;
}

export type Answer<Params, Result> = (params: Params, token: CancellationToken) => Result | Promise<Result>;

/**
 * A request of the protocol that is answered. An answer that fails is logged and is `empty`: an error in one record, or
 * in this code, never takes the server down. `offers` tells the editor of it.
 */
export const feature = <Params, Result, Part, Failure, Options>(
  { method }: ProtocolRequestType<Params, Result, Part, Failure, Options>,
  offers: ServerCapabilities,
  empty: NoInfer<Result>,
  answer: Answer<Params, NoInfer<Result>>,
): Feature => ({ offers, serve: (connection) => serve(connection, method, empty, answer) });

/** The same for a request of the extension's own. */
export const ownFeature = <Params, Result>(
  { method }: RequestType<Params, Result>,
  empty: NoInfer<Result>,
  answer: Answer<Params, NoInfer<Result>>,
): Feature => ({ offers: {}, serve: (connection) => serve(connection, method, empty, answer) });

const serve = <Params, Result>(
  connection: Pick<Connection, 'onRequest' | 'console'>,
  method: string,
  empty: Result,
  answer: Answer<Params, Result>,
): void => {
  connection.onRequest(method, async (params: Params, token: CancellationToken): Promise<Result> => {
    try {
      return await answer(params, token);
    } catch (error) {
      // Cancelled, or the log was changed meanwhile: the editor knows what that means.
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${method}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
      return empty;
    }
  });
};
