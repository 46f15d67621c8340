import type { DistributionPoint } from '../../content/distributionPoint';
import type { DpKey } from '../../content/nalPath';
import type { DpCycles } from '../../reconcile/cycle';
import { finishedCycle } from '../../reconcile/cycle';
import { cycleLength } from '../cycleLength';
import { occurrences } from '../schedule/occurrences';
import { parseScheduleTokens } from '../schedule/scheduleToken';
import { scheduleWords } from '../schedule/scheduleWords';
import { openCycle } from './openCycle';
import type { DpTimeZone } from './dpTimeZones';
import { windowsOf, type QuietWindow, type WindowOnDate } from './quietWindow';

/** A validation of a DP: expected by its schedule, under way, or the last that is known. UTC epoch milliseconds. */
export interface CalendarRun {
  readonly kind: 'expected' | 'underWay' | 'past';
  readonly from: number;
  /** Where the length is not known, `assumedLength` after its beginning. */
  readonly to: number;
  readonly isLengthKnown: boolean;
  /** Names of windows in which it falls. */
  readonly overlaps: readonly string[];
}

/** One DP in the calendar. */
export interface CalendarRow {
  readonly dp: DpKey;
  readonly dpName: string;
  readonly siteCode: string;
  readonly schedule: string;
  /** HealthCheckPriority, as the site tells it; undefined: not read. */
  readonly priority: number | undefined;
  readonly zone: Pick<DpTimeZone, 'name' | 'source'>;
  /** Milliseconds that its last cycle took. */
  readonly length: number | undefined;
  readonly runs: readonly CalendarRun[];
  readonly windows: readonly WindowOnDate[];
  /** What to know, a sentence each. */
  readonly notes: readonly string[];
}

/** What a calendar is made of. */
export interface CalendarSources {
  readonly dps: readonly DistributionPoint[];
  readonly cycles: ReadonlyMap<DpKey, DpCycles>;
  readonly windows: readonly QuietWindow[];
  readonly zoneOf: (dp: DistributionPoint) => DpTimeZone;
  /** The site's time. */
  readonly now: number;
}

/** A bar for a run of unknown length is so long. */
export const assumedLength = 6 * 60 * 60 * 1000;

/** More runs of a DP in one view are no calendar: a schedule of minutes. */
const mostRuns = 200;

/** What the DPs validate from `from` on and before `to`; cloud DPs never do. */
export const calendarRows = (sources: CalendarSources, from: number, to: number): readonly CalendarRow[] =>
  sources.dps.filter(({ isCloud }) => !isCloud).map((dp) => rowOf(dp, sources, from, to));

const rowOf = (
  dp: DistributionPoint,
  { cycles, windows: all, zoneOf, now }: CalendarSources,
  from: number,
  to: number,
): CalendarRow => {
  const zone = zoneOf(dp);
  const marks = cycles.get(dp.key);
  const length = cycleLength(marks);
  const windows = windowsOf(all, dp, zone.offset, from, to);
  const spans = [
    ...past(marks),
    ...underWay(marks, now, length),
    ...expected(dp, zone, length, Math.max(from - (length ?? assumedLength), now), to),
  ];
  return {
    dp: dp.key,
    dpName: dp.serverName,
    siteCode: dp.siteCode,
    schedule: scheduleWords(dp.validationSchedule),
    priority: dp.validationPriority,
    zone: { name: zone.name, source: zone.source },
    length,
    runs: spans
      .filter((run) => run.from < to && run.to > from)
      .slice(0, mostRuns)
      .map((run) => ({ ...run, overlaps: overlapsOf(run, windows) })),
    windows,
    notes: notesOf(dp, zone, length),
  };
};

type Span = Omit<CalendarRun, 'overlaps'>;

const past = (marks: DpCycles | undefined): readonly Span[] => {
  const finished = finishedCycle(marks);
  return finished?.start === undefined
    ? []
    : [{ kind: 'past', from: finished.start, to: finished.end, isLengthKnown: true }];
};

const underWay = (marks: DpCycles | undefined, now: number, length: number | undefined): readonly Span[] => {
  const from = openCycle(marks, now);
  if (from === undefined) return [];
  const to = Math.max(now, from + (length ?? assumedLength));
  return [{ kind: 'underWay', from, to, isLengthKnown: length !== undefined }];
};

const expected = (
  { validates, validationSchedule = '' }: DistributionPoint,
  { offset }: DpTimeZone,
  length: number | undefined,
  from: number,
  to: number,
): readonly Span[] => {
  if (validates === false || from >= to) return [];
  const times = (parseScheduleTokens(validationSchedule) ?? []).flatMap((token) =>
    occurrences(token, offset, from, to),
  );
  return [...new Set(times)]
    .sort((a, b) => a - b)
    .map((time) => ({
      kind: 'expected',
      from: time,
      to: time + (length ?? assumedLength),
      isLengthKnown: length !== undefined,
    }));
};

const overlapsOf = (run: Span, windows: readonly WindowOnDate[]): readonly string[] =>
  run.kind === 'past'
    ? []
    : [...new Set(windows.filter(({ from, to }) => run.from < to && run.to > from).map(({ name }) => name))];

const notesOf = (
  { validates, validationSchedule, isPullDp, isSiteServer }: DistributionPoint,
  zone: DpTimeZone,
  length: number | undefined,
): readonly string[] => {
  const tokens = parseScheduleTokens(validationSchedule ?? '');
  const isLocal = tokens?.some(({ isUtc }) => !isUtc) === true;
  return [
    ...(validates === false ? ["Content validation is switched off in the DP's properties."] : []),
    ...(validates === undefined ? ['Whether content validation is on was not read.'] : []),
    ...(validates !== false && tokens === undefined
      ? ['Its schedule is not known, or not understood: nothing is expected by it.']
      : []),
    ...(validates !== false && isLocal && zone.source === 'assumed'
      ? ['Its time zone is not known: times are as if it were UTC, and may be up to 14 hours off.']
      : []),
    ...(validates !== false && length === undefined
      ? ['How long a cycle takes there is not known: six hours are drawn.']
      : []),
    ...(isPullDp === true ? ['Pull DP: what it has not fetched yet is not validated.'] : []),
    ...(isSiteServer === true
      ? ["Its library is the site's own: what is bad there is mended by updating the package."]
      : []),
  ];
};
