import { parseRecord } from './parseRecord';
import { RunState } from './runState';

/** What a journal tells: the run, or why it tells none. */
export type JournalRead =
  | { readonly kind: 'run'; readonly state: RunState }
  | { readonly kind: 'unreadable'; readonly problem: string };

/**
 * The state of a run from the lines of its journal. A last line that a crash tore is no record: what it was to
 * announce was not begun. Other lines that are not understood are left out; all of them are told.
 */
export const foldJournal = (text: string): JournalRead => {
  const lines = text.split('\n');
  const torn = lines.pop() ?? '';
  const [first = '', ...rest] = lines;
  const begin = parseRecord(first);
  if (begin?.kind !== 'run')
    return {
      kind: 'unreadable',
      problem:
        lines.length === 0
          ? 'The journal ends before its plan: nothing was begun.'
          : 'The journal does not begin with a plan. It is of another release, or no journal.',
    };
  const state = new RunState(begin.plan, begin.by, begin.siteName, begin.at);
  for (const [index, line] of rest.entries()) {
    const record = parseRecord(line);
    if (record !== undefined) state.add(record);
    // A torn line is ended when the journal is gone on with.
    else if (line !== '') state.problems.push(`Line ${index + 2} is torn or not understood: left out.`);
  }
  if (torn !== '') state.problems.push('The last line is torn: what it was to tell was not begun.');
  return { kind: 'run', state };
};
