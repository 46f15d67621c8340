import type { AnalysedRecord, RecordSource } from '../analyse/analysedRecord';
import { Bounded } from '../analyse/bounded';
import { W3cReader } from '../analyse/iis/w3cReader';
import { readLogName } from '../analyse/logName';
import { foldLine } from './foldLine';
import { requestText } from './requestText';
import type { Signature } from './signature';
import type { SignatureHit } from './signatureHit';
import { SignatureSearch } from './signatureSearch';

/** Pairs of log and component whose signatures are kept; only torn logs have more. */
const mostPlaces = 2000;

/**
 * Looks for signatures in records as they come, those of a log in their order. Keeps no records, only what waits for
 * a second line or a repetition, within bounds.
 */
export class SignatureMatcher {
  private readonly searches: readonly SignatureSearch[];
  private readonly wantedAt = new Bounded<string, readonly SignatureSearch[]>(undefined, mostPlaces);
  private readonly w3c = new W3cReader();
  private file = '';
  private logName = '';

  constructor(signatures: readonly Signature[]) {
    this.searches = signatures.map((signature) => new SignatureSearch(signature));
  }

  /** False: a record from there is no hit, and need not be given. */
  looksAt(source: RecordSource): boolean {
    return this.searchesFor(source).length > 0;
  }

  /** What this record completes. */
  add(record: AnalysedRecord): readonly SignatureHit[] {
    const logName = this.logNameOf(record.at.file);
    const { component, format } = record;
    const searches = this.searchesFor({ component: component.toLowerCase(), logName, format });
    if (searches.length === 0) return [];
    const message = format === 'iis' ? this.requestOf(record) : record.message;
    if (message === undefined) return [];
    const line = foldLine(message);
    return searches.flatMap((search) => search.add({ record, logName, line }));
  }

  private requestOf(record: AnalysedRecord): string | undefined {
    const request = this.w3c.read(record);
    return request === undefined ? undefined : requestText(request);
  }

  private searchesFor({ logName, component, format }: RecordSource): readonly SignatureSearch[] {
    const name = format === 'iis' ? 'iis' : logName;
    return this.wantedAt.at(`${name}\n${component}`, () =>
      this.searches.filter((search) => search.looksAt(name, component)),
    );
  }

  private logNameOf(file: string): string {
    if (file !== this.file) [this.file, this.logName] = [file, readLogName(file).name];
    return this.logName;
  }
}
