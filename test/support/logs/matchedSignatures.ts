import type { AnalysedRecord, RecordSource } from '../../../extension/core/logs/analyse/analysedRecord';
import type { Signature } from '../../../extension/core/logs/signatures/signature';
import type { SignatureHit } from '../../../extension/core/logs/signatures/signatureHit';
import { SignatureMatcher } from '../../../extension/core/logs/signatures/signatureMatcher';

export interface ToldLine {
  readonly message: string;
  readonly component?: string;
  readonly file?: string;
  readonly thread?: number;
  /** Seconds since the first line. */
  readonly at?: number;
  readonly format?: RecordSource['format'];
}

const began = Date.UTC(2023, 4, 9, 6);

/** What a matcher finds in these lines, which are one below the other. */
export const matched = (
  signatures: readonly Signature[],
  lines: readonly ToldLine[],
): readonly SignatureHit[] => {
  const matcher = new SignatureMatcher(signatures);
  return lines.flatMap((told, index) => {
    const { message, component = 'ANY', file = 'any.log', thread = 1, at = index, format = 'ccm' } = told;
    const moment = began + at * 1000;
    const record: AnalysedRecord = {
      at: { file, line: index + 1, offset: index, time: moment, utc: moment },
      message,
      component,
      thread,
      severity: 'info',
      format,
    };
    return matcher.add(record);
  });
};
