import type { Draw } from '../draw';
import type { LogFile } from '../rolledLog';

/** What an analyser has to find of a content. */
export interface IisContentTruth {
  readonly content: string;
  requests: number;
  answered: number;
  logons: number;
  bytes: number;
  /** By verb and status: how often refused. */
  readonly refused: Record<string, number>;
}

export interface IisLogs {
  readonly files: readonly LogFile[];
  readonly contents: readonly IisContentTruth[];
  readonly otherRequests: number;
  /** Lines that have not the columns of the last `#Fields:`. */
  readonly unknown: number;
}

const columns = [
  'date',
  'time',
  's-ip',
  'cs-method',
  'cs-uri-stem',
  'cs-uri-query',
  's-port',
  'cs-username',
  'c-ip',
  'cs(User-Agent)',
  'sc-status',
  'sc-substatus',
  'sc-win32-status',
  'sc-bytes',
  'time-taken',
];

const refusals = ['404.0', '404.7', '404.8', '404.11', '403.7', '500.19', '503.2'];
const agents = ['Microsoft+BITS/7.8', 'SMS+CCM+5.0', 'SMS+CCM+5.0+TS'];
const directories = ['SMS_DP_SMSPKG$', 'NOCERT_SMS_DP_SMSPKG$', 'CCMTOKENAUTH_SMS_DP_SMSPKG$'];

interface Line {
  readonly second: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Requests of several clients in the W3C logs of some days, whose columns change on the way. */
export const iisLogs = (clients: number, draw: Draw): IisLogs => {
  const contents = Array.from({ length: draw.int(1, 4) }, () => newContent(draw));
  const lines: Line[] = [];
  let otherRequests = 0;
  for (let client = 1; client <= clients; client++) {
    let second = draw.int(0, 170_000);
    const ask = (method: string, path: string, code: string, bytes: number): void => {
      second += draw.int(1, 60);
      const [status = '', sub = ''] = code.split('.');
      lines.push({
        second,
        values: {
          's-ip': '192.168.2.20',
          'cs-method': method,
          'cs-uri-stem': path,
          's-port': '80',
          'c-ip': `10.0.${client >> 8}.${client & 255}`,
          'cs(User-Agent)': draw.pick(agents),
          'sc-status': status,
          'sc-substatus': sub,
          'sc-win32-status': '0',
          'sc-bytes': String(bytes),
          'time-taken': '31',
        },
      });
    };
    if (draw.chance(0.3)) {
      ask('GET', '/ccm_system/request', '200.0', 100);
      otherRequests++;
    }
    visit(draw, draw.pick(contents), ask);
  }
  const inOrder = lines.toSorted((a, b) => a.second - b.second);
  const { files, unknown } = written(inOrder, draw);
  return { files, contents: contents.filter(({ requests }) => requests > 0), otherRequests, unknown };
};

const newContent = (draw: Draw): IisContentTruth => ({
  content: draw.chance(0.5) ? `${draw.packageId}.1` : `Content_${draw.guid.slice(1, -1).toLowerCase()}.1`,
  requests: 0,
  answered: 0,
  logons: 0,
  bytes: 0,
  refused: {},
});

type Ask = (method: string, path: string, code: string, bytes: number) => void;

/** A client logs on, or is never let in; then it is given files, or refused. */
const visit = (draw: Draw, truth: IisContentTruth, ask: Ask): void => {
  const root = `/${draw.pick(directories)}/${truth.content}`;
  const tell = (method: string, path: string, code: string, bytes = 0): void => {
    ask(method, path, code, bytes);
    truth.requests++;
    truth.bytes += bytes;
    if (Number.parseInt(code, 10) < 400) truth.answered++;
  };
  const refuse = (method: string, path: string, code: string): void => {
    tell(method, path, code);
    truth.refused[`${method} ${code}`] = (truth.refused[`${method} ${code}`] ?? 0) + 1;
  };
  for (let file = draw.int(1, 3); file > 0; file--) {
    const path = `${root}/sccm?/file${file}.exe`;
    if (draw.chance(0.15)) {
      for (let again = draw.int(1, 30); again > 0; again--) refuse('GET', path, '401.2');
      return;
    }
    if (draw.chance(0.5))
      for (const code of ['401.2', '401.1']) {
        tell('GET', path, code);
        truth.logons++;
      }
    if (draw.chance(0.2)) refuse('GET', path, draw.pick(refusals));
    else tell('GET', path, draw.pick(['200.0', '206.0']), draw.int(0, 90_000));
  }
  if (draw.chance(0.2)) refuse('PROPFIND', root, '405.0');
  else tell('PROPFIND', root, '207.0', 400);
};

const dayOf = (second: number): string => `2014-02-${second < 86_400 ? '10' : '11'}`;

const two = (value: number): string => String(value).padStart(2, '0');

const clockOf = (second: number): string =>
  `${two(Math.floor(second / 3600) % 24)}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;

const written = (
  lines: readonly Line[],
  draw: Draw,
): { readonly files: readonly LogFile[]; readonly unknown: number } => {
  let unknown = 0;
  const days = new Map<string, string[]>();
  let order = columns;
  for (const { second, values } of lines) {
    const day = dayOf(second);
    const known = days.get(day);
    const text = known ?? [
      '#Software: Microsoft Internet Information Services 10.0',
      '#Version: 1.0',
      `#Date: ${day} 00:00:00`,
    ];
    days.set(day, text);
    if (known === undefined || draw.chance(0.05)) {
      order = draw.chance(0.5) ? columns : columns.toReversed();
      text.push(`#Fields: ${order.join(' ')}`);
    }
    if (draw.chance(0.05)) {
      text.push(
        order
          .map((name) => (name === 'time' ? clockOf(second) : '-'))
          .join(' ')
          .concat(' more'),
      );
      unknown++;
    }
    const all: Readonly<Record<string, string>> = { ...values, date: day, time: clockOf(second) };
    text.push(order.map((name) => all[name] ?? '-').join(' '));
  }
  const files = [...days].map(([day, text]) => ({
    file: `LogFiles/W3SVC1/u_ex${day.replaceAll('-', '').slice(2)}.log`,
    bytes: Buffer.from(`${text.join('\r\n')}\r\n`),
  }));
  return { files, unknown };
};
