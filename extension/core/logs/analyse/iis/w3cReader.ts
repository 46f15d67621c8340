import type { AnalysedRecord } from '../analysedRecord';

/** A request in a log of IIS. Times are UTC; what the log has no column for is undefined. */
export interface W3cRequest {
  readonly method: string;
  /** Without its query, as written. */
  readonly path: string;
  readonly status: number;
  /** 0 where the log has no column for it. */
  readonly subStatus: number;
  readonly win32: number | undefined;
  readonly client: string;
  readonly user: string;
  readonly agent: string;
  /** Sent to the client. */
  readonly bytes: number | undefined;
  readonly milliseconds: number | undefined;
}

const fieldsDirective = '#fields:';

/** Reads records of W3C logs by the last `#Fields:` of their file, which may change from line to line. */
export class W3cReader {
  private file = '';
  private places: ReadonlyMap<string, number> = new Map();

  /** undefined: the line is a directive, or has other columns than the last directive says. */
  read({ at, message }: AnalysedRecord): W3cRequest | undefined {
    if (at.file !== this.file) {
      this.file = at.file;
      this.places = new Map();
    }
    if (message.startsWith('#')) {
      this.direct(message);
      return undefined;
    }
    const columns = message.trimEnd().split(' ');
    if (this.places.size === 0 || columns.length !== this.places.size) return undefined;
    return this.requestOf((name) => valueOf(columns[this.places.get(name) ?? -1]));
  }

  private direct(message: string): void {
    if (!message.toLowerCase().startsWith(fieldsDirective)) return;
    const names = message.slice(fieldsDirective.length).trim().toLowerCase().split(/\s+/);
    this.places = new Map(names.map((name, place) => [name, place]));
  }

  private requestOf(column: (name: string) => string): W3cRequest | undefined {
    const [path, status] = [column('cs-uri-stem'), numberOf(column('sc-status'))];
    if (path === '' || status === undefined) return undefined;
    return {
      method: column('cs-method'),
      path,
      status,
      subStatus: numberOf(column('sc-substatus')) ?? 0,
      win32: numberOf(column('sc-win32-status')),
      client: column('c-ip'),
      user: column('cs-username'),
      agent: column('cs(user-agent)').replaceAll('+', ' '),
      bytes: numberOf(column('sc-bytes')),
      milliseconds: numberOf(column('time-taken')),
    };
  }
}

/** `-` is empty. */
const valueOf = (column = ''): string => (column === '-' ? '' : column);

const numberOf = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);
