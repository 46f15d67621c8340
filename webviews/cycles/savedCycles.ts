import { cycleStates, type CycleState } from '../../extension/core/validate/cycleReport';
import { isFlag, isListOf, isOneOf, isRecordOf, isText } from '../../extension/protocol/shape';
import { firstView, sortColumns, type CyclesView } from './cycleRows';

interface Stored {
  /** Key of the site that the page shows: the host connects to it again after a reload. */
  readonly site: string;
  readonly name: string;
  readonly states: readonly CycleState[];
  readonly column: CyclesView['sort']['column'];
  readonly descending: boolean;
}

const isStored = isRecordOf<Stored>({
  site: isText,
  name: isText,
  states: isListOf(isOneOf(cycleStates)),
  column: isOneOf(sortColumns),
  descending: isFlag,
});

export const saveCycles = (site: string, { name, states, sort }: CyclesView): Stored => ({
  site,
  name,
  states,
  column: sort.column,
  descending: sort.descending,
});

/** What the page showed before the window was reloaded; what was stored otherwise is not trusted. */
export const restoreCycles = (stored: unknown): CyclesView => {
  if (!isStored(stored)) return firstView;
  const { name, states, column, descending } = stored;
  return { name, states, sort: { column, descending } };
};
