import { Bounded } from '../bounded';
import { mostRows } from '../latest';
import type { LogLine } from '../logLine';
import type { Refusal, RequestedContent } from './iisFacts';
import { refusalReason } from './refusalReason';
import type { W3cRequest } from './w3cReader';

type Writable<T> = { -readonly [key in keyof T]: T[key] };
type OpenContent = Omit<Writable<RequestedContent>, 'clients'> & { readonly clients: Set<string> };
type OpenRefusal = Omit<Writable<Refusal>, 'clients'> & { readonly clients: Set<string> };

const mostClients = 1000;

/** Windows' codes for a client that went away: 64 the network name is gone, 1236 aborted. */
const goneCodes: ReadonlySet<number | undefined> = new Set([64, 1236]);

/** Adds up requests by content. */
export class RequestTally {
  earlier = 0;
  private readonly contents = new Bounded<string, OpenContent>(() => this.earlier++, mostRows);
  private readonly refusals = new Bounded<string, OpenRefusal>(undefined, mostRows);

  add(content: string, request: W3cRequest, at: LogLine): void {
    const known = this.of(content, at);
    known.requests++;
    known.last = at;
    if (known.clients.size < mostClients) known.clients.add(request.client);
    if (request.bytes !== undefined) known.bytes = (known.bytes ?? 0) + request.bytes;
    if (goneCodes.has(request.win32)) known.broken++;
    if (request.status < 400) known.answered++;
  }

  logon(content: string, count: number, at: LogLine): void {
    this.of(content, at).logons += count;
  }

  refuse(
    content: string,
    request: W3cRequest,
    { first, last, count }: { readonly first: LogLine; readonly last: LogLine; readonly count: number },
  ): void {
    this.of(content, first).refused += count;
    const { method, path, status, subStatus, win32 = 0 } = request;
    const key = JSON.stringify([content.toUpperCase(), method, status, subStatus]);
    const known = this.refusals.at(key, () => ({
      content,
      method,
      status,
      subStatus,
      win32,
      path,
      ...refusalReason(method, path, status, subStatus),
      count: 0,
      clients: new Set(),
      first,
      last,
    }));
    known.count += count;
    known.last = last;
    if (known.clients.size < mostClients) known.clients.add(request.client);
  }

  get allContents(): readonly RequestedContent[] {
    return this.contents.all.map((content) => ({ ...content, clients: content.clients.size }));
  }

  get allRefusals(): readonly Refusal[] {
    return this.refusals.all.map((refusal) => ({ ...refusal, clients: refusal.clients.size }));
  }

  private of(content: string, at: LogLine): OpenContent {
    return this.contents.at(content.toUpperCase(), () => ({
      content,
      requests: 0,
      answered: 0,
      logons: 0,
      refused: 0,
      broken: 0,
      bytes: undefined,
      clients: new Set(),
      first: at,
      last: at,
    }));
  }
}
