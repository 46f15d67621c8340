import assert from 'node:assert/strict';
import { FilterError } from '../../../extension/core/filter/filterError';
import { Endpoint, type Channel } from '../../../extension/protocol/endpoint';
import { RemoteError } from '../../../extension/protocol/remoteError';
import { defineNotification, defineRequest } from '../../../extension/protocol/requestType';
import { isCount, isNothing, isRecordOf } from '../../../extension/protocol/shape';

const double = defineRequest<number>()('test/double', isRecordOf<{ n: number }>({ n: isCount }));
const wait = defineRequest<undefined>()('test/wait', isNothing);
const changed = defineNotification('test/changed', isRecordOf<{ n: number }>({ n: isCount }));

/** Two ends of a wire that carries copies, a moment later. */
const wire = (): readonly [Channel, Channel] => {
  const listeners = new Map<number, (message: unknown) => void>();
  const end = (own: 0 | 1): Channel => ({
    post: (message) => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => listeners.get(1 - own)?.(copy));
    },
    listen: (listener) => {
      listeners.set(own, listener);
      return () => void listeners.delete(own);
    },
  });
  return [end(0), end(1)];
};

const pair = (timeout = 1000): { readonly asker: Endpoint; readonly answerer: Endpoint } => {
  const [a, b] = wire();
  return { asker: new Endpoint(a, timeout), answerer: new Endpoint(b, timeout) };
};

const kindOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof RemoteError);
    return error.kind;
  }
  return 'no error';
};

/** Handles `wait` until it is aborted; resolves when that has happened. */
const waitUntilAborted = (answerer: Endpoint): Promise<void> =>
  new Promise((aborted) => {
    answerer.handle(
      wait,
      (_params, signal) =>
        new Promise<undefined>((resolve) => {
          signal.addEventListener('abort', () => {
            aborted();
            resolve(undefined);
          });
        }),
    );
  });

describe('protocol: endpoint', () => {
  it('answers both ways at once, each request with its own result', async () => {
    const { asker, answerer } = pair();
    for (const end of [asker, answerer]) end.handle(double, ({ n }) => Promise.resolve(2 * n));
    const results = await Promise.all([
      asker.request(double, { n: 1 }),
      answerer.request(double, { n: 10 }),
      asker.request(double, { n: 2 }),
    ]);
    assert.deepEqual(results, [2, 20, 4]);
  });

  it('carries an error with its kind, class, message and data', async () => {
    const { asker, answerer } = pair();
    answerer.handle(double, () => {
      throw new FilterError('Unknown field x.', 3, 4, 'Fields are a, b.');
    });
    await assert.rejects(asker.request(double, { n: 1 }), (error: unknown) => {
      assert.ok(error instanceof RemoteError);
      assert.equal(error.kind, 'filter');
      assert.equal(error.origin, 'FilterError');
      assert.equal(error.message, 'Unknown field x. Fields are a, b.');
      assert.deepEqual(error.detail, { start: 3, end: 4, hint: 'Fields are a, b.' });
      return true;
    });
  });

  it('refuses a request that is not offered, by its name', async () => {
    const { asker } = pair();
    await assert.rejects(asker.request(double, { n: 1 }), {
      kind: 'unknown',
      message: 'test/double is not offered here.',
    });
  });

  it('never hands parameters of a wrong shape to a handler', async () => {
    const { asker, answerer } = pair();
    let handled = 0;
    answerer.handle(double, () => ++handled);
    answerer.onNotification(changed, () => ++handled);
    for (const params of [{ n: '1' }, { n: -1 }, { n: 0.5 }, {}, null, undefined, 'n'])
      assert.equal(await kindOf(asker.request(double, params as never)), 'parameters');
    asker.notify(changed, { n: 'x' } as never);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(handled, 0);
  });

  it('frees the caller at once on cancel, and aborts the handler', async () => {
    const { asker, answerer } = pair();
    const aborted = waitUntilAborted(answerer);
    const controller = new AbortController();
    const asked = asker.request(wait, undefined, controller.signal);
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    assert.equal(await kindOf(asked), 'cancelled');
    await aborted;
  });

  it('sends nothing for a request that was cancelled before', async () => {
    const { asker, answerer } = pair();
    let handled = 0;
    answerer.handle(wait, () => {
      handled++;
      return undefined;
    });
    assert.equal(await kindOf(asker.request(wait, undefined, AbortSignal.abort())), 'cancelled');
    assert.equal(handled, 0);
  });

  it('gives up after its time, says how long that was, and aborts the handler', async () => {
    const { asker, answerer } = pair(20);
    const aborted = waitUntilAborted(answerer);
    await assert.rejects(asker.request(wait, undefined), {
      kind: 'timeout',
      message: 'test/wait was not answered within 0.02 s.',
    });
    await aborted;
  });

  it('rejects what is open and what is asked later when it ends, with the reason', async () => {
    const { asker, answerer } = pair();
    answerer.handle(wait, () => new Promise<undefined>(() => undefined));
    const open = asker.request(wait, undefined);
    asker.dispose('The site was disconnected.');
    await assert.rejects(open, { kind: 'closed', message: 'The site was disconnected.' });
    await assert.rejects(asker.request(wait, undefined), { kind: 'closed' });
  });

  it('aborts running handlers when it ends', async () => {
    const { asker, answerer } = pair();
    const aborted = waitUntilAborted(answerer);
    const asked = kindOf(asker.request(wait, undefined));
    await new Promise((resolve) => setTimeout(resolve, 5));
    answerer.dispose();
    await aborted;
    asker.dispose();
    assert.equal(await asked, 'closed');
  });

  it('ignores messages that are none, and answers to nothing it asked', async () => {
    const [a, b] = wire();
    const asker = new Endpoint(a);
    b.listen(() => undefined);
    for (const message of [null, 'x', 7, {}, { kind: 'shout' }, { kind: 'result', id: 99, result: 1 }])
      b.post(message);
    await new Promise((resolve) => setTimeout(resolve, 5));
    asker.dispose();
  });
});
