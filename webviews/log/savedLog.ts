import { isLogPlace, type LogPlace, type LogView } from '../../extension/protocol/logPage';
import { isEither, isFlag, isListOf, isNothing, isRecordOf, isText } from '../../extension/protocol/shape';

/** What survives a reload of the window. */
export interface SavedLog {
  readonly version: 1;
  /** Paths of the logs, for the panel that is restored. */
  readonly files: readonly string[];
  readonly filter: string;
  readonly hides: boolean;
  readonly collapses: boolean;
  readonly joined: boolean;
  readonly follows: boolean;
  readonly details: boolean;
  readonly lanes: boolean;
  readonly active: LogPlace | undefined;
}

const isSaved = isRecordOf<SavedLog>({
  version: (value): value is 1 => value === 1,
  files: isListOf(isText),
  filter: isText,
  hides: isFlag,
  collapses: isFlag,
  joined: isFlag,
  follows: isFlag,
  details: isFlag,
  lanes: isFlag,
  active: isEither(isLogPlace, isNothing),
});

/** What a log shows that was not open before: all of it, at its end, which is followed. */
export const firstLog: SavedLog = {
  version: 1,
  files: [],
  filter: '',
  hides: true,
  collapses: false,
  joined: true,
  follows: true,
  details: true,
  lanes: true,
  active: undefined,
};

export const restoreLog = (stored: unknown): SavedLog => (isSaved(stored) ? stored : firstLog);

export const viewOf = ({ filter, hides, collapses }: SavedLog): LogView => ({ filter, hides, collapses });
