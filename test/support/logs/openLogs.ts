import { CancellationToken } from 'vscode-languageserver';
import type { LogServerOptions } from '../../../extension/protocol/lsp';
import { logDocuments, type LogDocument } from '../../../extension/server/documents/logDocument';
import { Logs } from '../../../extension/server/logs';

const words: LogServerOptions['words'] = {
  components: 'Components',
  threads: 'Threads',
  packages: 'Packages',
  dps: 'DPs',
  jobs: 'Jobs',
  record: '1 record',
  records: '{0} records',
  error: '1 error',
  errors: '{0} errors',
  listed: '{0} of {1}',
  showPackage: 'Show {0}',
  redistribute: 'Redistribute',
  redistributeTo: 'Redistribute to {0}',
  redistributeToOneOf: 'Redistribute to one of {0}',
  gap: '{0} later',
  clockWentBack: 'back {0}',
};

/** Of a window without a site. */
export const logServerOptions: LogServerOptions = {
  settings: { explainErrors: true, codeLens: true, timeGap: 60, bias: 'auto' },
  site: { isConnected: false, siteCodes: [] },
  words,
};

export interface OpenLogs {
  readonly logs: Logs;
  /** By the name of its file. */
  readonly log: (name: string) => LogDocument;
}

/** Logs that an editor has open, by the names of their files. `names` are those of packages of the connected site. */
export const openLogs = (
  files: Readonly<Record<string, string>>,
  {
    names,
    ...settings
  }: Partial<LogServerOptions['settings']> & { readonly names?: Record<string, string> } = {},
): OpenLogs => {
  const open = new Map(
    Object.entries(files).map(([name, text]) => {
      const uri = `file:///logs/${name}`;
      return [uri, logDocuments.create(uri, 'cmtrace', 1, text)];
    }),
  );
  const documents = { get: (uri: string) => open.get(uri), all: () => [...open.values()] };
  const site = { isConnected: names !== undefined, siteCodes: [] };
  const options = { settings: { ...logServerOptions.settings, ...settings }, site, words };
  const logs = new Logs(documents, options, () => Promise.resolve(names ?? {}));
  const log = (name: string): LogDocument => {
    const document = open.get(`file:///logs/${name}`);
    if (document === undefined) throw new RangeError(`${name} is not open.`);
    return document;
  };
  return { logs, log };
};

export const never = CancellationToken.None;

export interface Said {
  readonly message: string;
  readonly thread?: number | string;
  readonly component?: string;
  readonly type?: 1 | 2 | 3;
  /** Seconds after the log begins. */
  readonly at?: number;
}

const began = Date.UTC(2023, 4, 9, 7, 30);

/** A log in CCM's form, a record for each. */
export const logOf = (...records: readonly (string | Said)[]): string =>
  records
    .map((record) => (typeof record === 'string' ? { message: record } : record))
    .map(({ message, thread = 7, component = 'C', type = 1, at = 0 }: Said) => {
      const [date = '', time = ''] = new Date(began + at * 1000).toISOString().slice(0, -1).split('T');
      const [year, month, day] = date.split('-');
      const stamp = `time="${time}+00" date="${month ?? ''}-${day ?? ''}-${year ?? ''}"`;
      return `<![LOG[${message}]LOG]!><${stamp} component="${component}" context="" type="${type}" thread="${thread}" file="f:1">\r\n`;
    })
    .join('');
