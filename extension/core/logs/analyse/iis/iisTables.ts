import { contentSubject } from '../contentSubject';
import type { FactTable } from '../section';
import type { Counted, Refusal, RequestedContent } from './iisFacts';

export const contentTable: FactTable<RequestedContent> = {
  id: 'contents',
  title: 'Requested content',
  columns: [
    { key: 'content', title: 'Content', kind: 'text', cell: ({ content }) => content },
    { key: 'requests', title: 'Requests', kind: 'count', cell: ({ requests }) => requests },
    { key: 'answered', title: 'Answered', kind: 'count', cell: ({ answered }) => answered },
    { key: 'refused', title: 'Refused', kind: 'count', cell: ({ refused }) => refused },
    { key: 'logons', title: 'Steps of logons', kind: 'count', cell: ({ logons }) => logons },
    { key: 'broken', title: 'Broken off', kind: 'count', cell: ({ broken }) => broken },
    { key: 'bytes', title: 'Sent', kind: 'bytes', cell: ({ bytes }) => bytes },
    { key: 'clients', title: 'Clients', kind: 'count', cell: ({ clients }) => clients },
    { key: 'first', title: 'First', kind: 'line', cell: ({ first }) => first },
    { key: 'last', title: 'Last', kind: 'line', cell: ({ last }) => last },
  ],
  subject: ({ content }) => contentSubject(content),
  lines: ({ first, last }) => [first, last],
  tone: ({ answered, refused }) => (refused === 0 ? undefined : answered === 0 ? 'error' : 'warning'),
};

export const refusalTable: FactTable<Refusal> = {
  id: 'blocked',
  title: 'Blocked content',
  columns: [
    { key: 'content', title: 'Content', kind: 'text', cell: ({ content }) => content },
    { key: 'status', title: 'Status', kind: 'text', cell: statusText },
    { key: 'method', title: 'Verb', kind: 'text', cell: ({ method }) => method },
    { key: 'count', title: 'Times', kind: 'count', cell: ({ count }) => count },
    { key: 'clients', title: 'Clients', kind: 'count', cell: ({ clients }) => clients },
    { key: 'reason', title: 'Reason', kind: 'text', cell: ({ reason }) => reason },
    { key: 'hint', title: 'What to do', kind: 'text', cell: ({ hint }) => hint },
    { key: 'path', title: 'For example', kind: 'text', cell: ({ path }) => path },
    { key: 'win32', title: 'Windows error', kind: 'count', cell: ({ win32 }) => win32 },
    { key: 'first', title: 'First', kind: 'line', cell: ({ first }) => first },
    { key: 'last', title: 'Last', kind: 'line', cell: ({ last }) => last },
  ],
  subject: ({ content }) => contentSubject(content),
  lines: ({ first, last }) => [first, last],
  tone: () => 'error',
};

const countTable = (id: string, title: string, column: string): FactTable<Counted> => ({
  id,
  title,
  columns: [
    { key: 'name', title: column, kind: 'text', cell: ({ name }) => name },
    { key: 'count', title: 'Requests', kind: 'count', cell: ({ count }) => count },
  ],
  subject: () => ({}),
  lines: () => [],
});

export const agentTable = countTable('agents', 'Who asked', 'Agent');
export const statusTable = countTable('statuses', 'How they were answered', 'Status');

export function statusText({ status, subStatus }: Pick<Refusal, 'status' | 'subStatus'>): string {
  return `${status}.${subStatus}`;
}
