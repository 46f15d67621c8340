import type { NotificationType, RequestType } from './requestType';
import { RemoteError, encodeError, type EncodedError } from './remoteError';

/** What carries messages: a worker's port, a webview, a test. Messages are structured-clone values. */
export interface Channel {
  post(message: unknown): void;
  /** Registers the one listener; the result unregisters it. */
  listen(listener: (message: unknown) => void): () => void;
}

type Message =
  | { readonly kind: 'request'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: EncodedError }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'note'; readonly method: string; readonly params: unknown };

interface Pending {
  readonly settle: (outcome: { readonly result: unknown } | { readonly error: Error }) => void;
}

type Handler = (params: unknown, signal: AbortSignal) => unknown;

/** One side of a conversation; both sides are alike. Each request ends: by result, error, time-out or cancel. */
export class Endpoint {
  private nextId = 1;
  private readonly pending = new Map<number, Pending>();
  private readonly running = new Map<number, AbortController>();
  private readonly handlers = new Map<string, Handler>();
  private readonly listeners = new Map<string, (params: unknown) => void>();
  private readonly unlisten: () => void;
  private closed: string | undefined;

  /** @param timeout milliseconds after which an unanswered request fails; 0 waits for ever */
  constructor(
    private readonly channel: Channel,
    private readonly timeout = 30_000,
  ) {
    this.unlisten = channel.listen((message) => this.receive(message));
  }

  get isClosed(): boolean {
    return this.closed !== undefined;
  }

  /** Asks the other side. Rejects with RemoteError, or at once when the signal aborts. */
  request<P, R>(type: RequestType<P, R>, params: P, signal?: AbortSignal): Promise<R> {
    if (this.closed !== undefined) return Promise.reject(new RemoteError('closed', this.closed));
    if (signal?.aborted === true)
      return Promise.reject(new RemoteError('cancelled', `${type.method} was cancelled.`));
    const id = this.nextId++;
    return new Promise<R>((resolve, reject) => {
      const cancel = (): void => {
        this.channel.post({ kind: 'cancel', id } satisfies Message);
        pending.settle({ error: new RemoteError('cancelled', `${type.method} was cancelled.`) });
      };
      const timer =
        this.timeout === 0
          ? undefined
          : setTimeout(() => {
              this.channel.post({ kind: 'cancel', id } satisfies Message);
              pending.settle({
                error: new RemoteError(
                  'timeout',
                  `${type.method} was not answered within ${this.timeout / 1000} s.`,
                ),
              });
            }, this.timeout);
      const pending: Pending = {
        settle: (outcome) => {
          if (!this.pending.delete(id)) return;
          clearTimeout(timer);
          signal?.removeEventListener('abort', cancel);
          if ('error' in outcome) reject(outcome.error);
          else resolve(outcome.result as R);
        },
      };
      this.pending.set(id, pending);
      signal?.addEventListener('abort', cancel, { once: true });
      this.channel.post({ kind: 'request', id, method: type.method, params } satisfies Message);
    });
  }

  handle<P, R>(type: RequestType<P, R>, handler: (params: P, signal: AbortSignal) => R | Promise<R>): void {
    this.handlers.set(type.method, (params, signal) => {
      if (!type.accepts(params))
        throw new RemoteError('parameters', `${type.method} was asked with parameters of a wrong shape.`);
      return handler(params, signal);
    });
  }

  /** Tells the other side; nothing when the conversation has ended. */
  notify<P>(type: NotificationType<P>, params: P): void {
    if (this.closed !== undefined) return;
    this.channel.post({ kind: 'note', method: type.method, params } satisfies Message);
  }

  onNotification<P>(type: NotificationType<P>, listener: (params: P) => void): void {
    this.listeners.set(type.method, (params) => {
      if (type.accepts(params)) listener(params);
    });
  }

  /** Ends the conversation: open requests and later ones are rejected, running handlers aborted. */
  dispose(reason = 'The connection was closed.'): void {
    this.closed ??= reason;
    this.unlisten();
    for (const { settle } of [...this.pending.values()]) settle({ error: new RemoteError('closed', reason) });
    for (const controller of this.running.values()) controller.abort();
    this.running.clear();
  }

  private receive(raw: unknown): void {
    if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return;
    const message = raw as Message;
    switch (message.kind) {
      case 'request':
        void this.answer(message.id, message.method, message.params);
        return;
      case 'result':
        this.pending.get(message.id)?.settle({ result: message.result });
        return;
      case 'error':
        this.pending.get(message.id)?.settle({ error: RemoteError.from(message.error) });
        return;
      case 'cancel':
        this.running.get(message.id)?.abort();
        return;
      case 'note':
        this.listeners.get(message.method)?.(message.params);
    }
  }

  private async answer(id: number, method: string, params: unknown): Promise<void> {
    const controller = new AbortController();
    this.running.set(id, controller);
    try {
      const handler = this.handlers.get(method);
      if (handler === undefined) throw new RemoteError('unknown', `${method} is not offered here.`);
      const result = await handler(params, controller.signal);
      this.channel.post({ kind: 'result', id, result } satisfies Message);
    } catch (error) {
      this.channel.post({ kind: 'error', id, error: encodeError(error) } satisfies Message);
    } finally {
      this.running.delete(id);
    }
  }
}
