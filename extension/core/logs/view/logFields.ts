import type { FilterFields } from '../../filter/filterField';

/** What the view of logs can be filtered by. Free words look in messages. */
export const logFields: FilterFields = [
  {
    name: 'severity',
    kind: 'choice',
    about: 'error, warning, info, success or none',
    values: [
      { value: 'error', about: 'type 3, or a text that says so' },
      { value: 'warning', about: 'type 2, or a text that says so' },
      { value: 'info', about: 'type 1' },
      { value: 'success', about: 'type 0 of scripts and toolkits' },
      { value: 'none', about: 'verbose, or nothing tells' },
    ],
  },
  { name: 'message', kind: 'text', searched: true, about: 'text of the record; words look here anyway' },
  { name: 'component', kind: 'text', searched: false, about: 'component that wrote it' },
  { name: 'thread', kind: 'text', searched: false, about: 'thread, as in thread=5800 or thread=0x16a8' },
  { name: 'source', kind: 'text', searched: false, about: 'place in the program, as in source:distmgr.cpp' },
  { name: 'log', kind: 'text', searched: false, about: 'log that it is from' },
  { name: 'time', kind: 'time', about: 'when, as the log writes it: time>2026-05-01T12:30' },
];
