import { setImmediate } from 'node:timers/promises';
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { LogDocument } from './documents/logDocument';

/** Milliseconds of work between two looks at what else there is to do. */
const longest = 8;

/** Lets long work give way: to other requests, to being cancelled, and to edits of the document that it is about. */
export class Breath {
  private since = performance.now();

  constructor(private readonly token: CancellationToken) {}

  /** Throws when the work is not wanted any more, or the document is another one by now. */
  async take(document: LogDocument): Promise<void> {
    if (performance.now() - this.since < longest) return;
    const { version } = document;
    await setImmediate();
    this.since = performance.now();
    if (this.token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The answer is not wanted any more.');
    if (document.version !== version)
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The log was changed meanwhile.');
  }
}
