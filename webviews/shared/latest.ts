import { RemoteError } from '../../extension/protocol/remoteError';

/** Asks one question again and again, where only the newest answer counts: the one before is cancelled. */
export class Latest {
  private controller: AbortController | undefined;

  /** Resolves to undefined when a newer question came in between. Rejects when this one failed. */
  async ask<T>(question: (signal: AbortSignal) => Promise<T>): Promise<{ readonly answer: T } | undefined> {
    this.cancel();
    const controller = new AbortController();
    this.controller = controller;
    try {
      const answer = await question(controller.signal);
      return controller.signal.aborted ? undefined : { answer };
    } catch (error) {
      if (controller.signal.aborted || (error instanceof RemoteError && error.kind === 'cancelled'))
        return undefined;
      throw error;
    }
  }

  cancel(): void {
    this.controller?.abort();
  }
}
