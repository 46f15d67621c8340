import { setImmediate } from 'node:timers/promises';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { errorLine } from '../core/logs/errors/errorWords';
import { blockErrors, type RecordError } from './blockErrors';
import type { LogDocument } from './documents/logDocument';
import type { RecordBlock } from './documents/recordBlock';

/** Diagnostics of a log that are shown; an editor with thousands of them is of no use. */
const most = 250;

/** Milliseconds of work between two looks at what else there is to do. */
const longest = 8;

/**
 * What the error codes of a log mean, as information on the records that are errors and as hints on those that are
 * warnings: a log is a report, not a source with mistakes in it. Blocks of records that an edit left alone are not
 * looked at again.
 */
export class ErrorDiagnostics {
  private readonly known = new WeakMap<RecordBlock, readonly RecordError[]>();

  /** undefined when the log was changed meanwhile: then it is asked again. */
  async of(document: LogDocument): Promise<Diagnostic[] | undefined> {
    const { version } = document;
    await document.read();
    if (document.version !== version) return undefined;
    const found: Diagnostic[] = [];
    let left = 0;
    let since = performance.now();
    for (const block of document.records.blocks) {
      for (const error of this.errorsOf(block, document)) {
        if (found.length < most) found.push(diagnosticOf(error, block, document));
        else if (left++ === 0) found.push(diagnosticOf(error, block, document));
      }
      if (performance.now() - since < longest) continue;
      await setImmediate();
      if (document.version !== version) return undefined;
      since = performance.now();
    }
    const last = found.at(-1);
    if (last !== undefined && left > 0) found[found.length - 1] = moreOf(last, left);
    return found;
  }

  private errorsOf(block: RecordBlock, document: LogDocument): readonly RecordError[] {
    const known = this.known.get(block);
    if (known !== undefined) return known;
    const errors = blockErrors(block, document);
    this.known.set(block, errors);
    return errors;
  }
}

const source = 'ConfigMgr';

const diagnosticOf = (
  { start, end, isError, codes }: RecordError,
  { offset }: RecordBlock,
  document: LogDocument,
): Diagnostic => {
  const [first] = codes;
  return {
    range: document.rangeOf(offset + start, offset + end),
    severity: isError ? DiagnosticSeverity.Information : DiagnosticSeverity.Hint,
    message: codes.map(({ error }) => errorLine(error)).join('\n'),
    source,
    ...(first === undefined ? {} : { code: first.error.code }),
    ...(first?.error.source === undefined ? {} : { codeDescription: { href: first.error.source } }),
  };
};

/** Stands where the list was ended. */
const moreOf = ({ range }: Diagnostic, count: number): Diagnostic => ({
  range,
  severity: DiagnosticSeverity.Information,
  source,
  message: `From here on, ${count} more ${count === 1 ? 'record names an error code' : 'records name error codes'}: hover over them, or list them with "configmgr-content logs errors"`,
});
