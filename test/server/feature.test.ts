import assert from 'node:assert/strict';
import {
  CancellationToken,
  CancellationTokenSource,
  HoverRequest,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { Breath } from '../../extension/server/breath';
import { feature, type Answer } from '../../extension/server/feature';
import { logOf, openLogs } from '../support/logs/openLogs';

type Handler = (params: unknown, token: CancellationToken) => Promise<unknown>;

/** A feature as the server serves it, and what it logged. */
const served = (
  answer: Answer<unknown, null>,
): { readonly ask: () => Promise<unknown>; readonly logged: string[] } => {
  const logged: string[] = [];
  let handler: Handler | undefined;
  const connection = {
    onRequest: (_: unknown, given: Handler) => {
      handler = given;
    },
    console: { error: (text: string) => logged.push(text) },
  };
  feature(HoverRequest.type, {}, null, answer).serve(connection as never);
  return {
    ask: () => handler?.({}, CancellationToken.None) ?? Promise.reject(new Error('not served')),
    logged,
  };
};

describe('a feature of the log server', () => {
  it('answers nothing where it fails, and logs why', async () => {
    const { ask, logged } = served(() => {
      throw new RangeError('broken record');
    });
    assert.equal(await ask(), null);
    assert.match(logged.join(), /textDocument\/hover: RangeError: broken record/);
  });

  it('tells the editor where it was cancelled or the log was changed', async () => {
    const { ask, logged } = served(() => {
      throw new ResponseError(LSPErrorCodes.ContentModified, 'changed');
    });
    await assert.rejects(ask, { code: LSPErrorCodes.ContentModified });
    assert.deepEqual(logged, []);
  });
});

describe('long work of the log server', () => {
  const busy = (milliseconds: number): void => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
  };
  const document = openLogs({ 'a.log': logOf('one') }).log('a.log');

  it('ends where its answer is not wanted any more', async () => {
    const source = new CancellationTokenSource();
    const breath = new Breath(source.token);
    setImmediate(() => source.cancel());
    busy(20);
    await assert.rejects(breath.take(document), { code: LSPErrorCodes.RequestCancelled });
  });

  it('ends where its log is another one by now', async () => {
    const breath = new Breath(CancellationToken.None);
    setImmediate(() => document.update([{ text: '' }], 2));
    busy(20);
    await assert.rejects(breath.take(document), { code: LSPErrorCodes.ContentModified });
  });
});
