import { ResponseError, type Connection } from 'vscode-languageserver';

/**
 * An answer to a request that cannot take the server down: an error in it, as in a record that nobody has seen before,
 * is logged, and the answer is null. What is meant for the client (a cancelled request) goes to it.
 */
export const guarded =
  <Asked extends readonly unknown[], Answer>(
    { console }: Pick<Connection, 'console'>,
    name: string,
    answer: (...asked: Asked) => Answer | Promise<Answer>,
  ): ((...asked: Asked) => Promise<Answer | null>) =>
  async (...asked) => {
    try {
      return await answer(...asked);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return null;
    }
  };
