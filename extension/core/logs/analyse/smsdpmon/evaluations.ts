import type { AnalysedRecord } from '../analysedRecord';
import { Bounded } from '../bounded';
import { Latest } from '../latest';
import { restOn, type LogLine } from '../logLine';
import { troubleOf, type Trouble } from '../troubleLines';
import type { Validation } from './validationFacts';

type OpenEvaluation = Omit<Validation, 'lines' | 'culprits'> & {
  packageId: string | undefined;
  version: number | undefined;
  began: LogLine | undefined;
  readonly culprits: Trouble[];
  readonly lines: LogLine[];
};

const mostCulprits = 5;

/** The package that each thread evaluates, from the line that names it to the line that reports its result. */
export class Evaluations {
  private readonly done = new Latest<Validation>();
  private readonly open = new Bounded<string, OpenEvaluation>((lost) => this.done.push(lost));

  begin(packageId: string, version: number, record: AnalysedRecord): void {
    const before = this.open.get(keyOf(record));
    if (before?.packageId !== undefined) this.letGo(record);
    const one = this.at(record);
    one.packageId = packageId;
    one.version = Number.isNaN(version) ? undefined : version;
    one.began ??= record.at;
    // What went wrong before is not this package's doing.
    one.culprits.length = 0;
    restOn(one.lines, record.at);
  }

  /** A package by a line that says that it failed. */
  name(packageId: string, record: AnalysedRecord): void {
    const one = this.at(record);
    one.packageId ??= packageId;
  }

  /** A message that says neither the package nor the result. */
  mention(record: AnalysedRecord): void {
    const one = this.open.get(keyOf(record));
    if (one !== undefined) restOn(one.lines, record.at);
  }

  noteTrouble(record: AnalysedRecord): boolean {
    const trouble = troubleOf(record);
    if (trouble === undefined || record.message.startsWith(reported)) return false;
    const { culprits } = this.at(record);
    if (culprits.length < mostCulprits) culprits.push(trouble);
    return true;
  }

  end(messageId: number, record: AnalysedRecord): void {
    const one = this.at(record);
    restOn(one.lines, record.at);
    this.open.take(keyOf(record));
    this.done.push({ ...one, messageId, ended: record.at });
  }

  get all(): readonly Validation[] {
    const open = this.open.all.filter(({ packageId }) => packageId !== undefined);
    return [
      ...this.done.all,
      ...open.map((one) => ({ ...one, lines: [...one.lines], culprits: [...one.culprits] })),
    ];
  }

  get earlier(): number {
    return this.done.earlier;
  }

  private letGo(record: AnalysedRecord): void {
    const lost = this.open.take(keyOf(record));
    if (lost !== undefined) this.done.push(lost);
  }

  private at(record: AnalysedRecord): OpenEvaluation {
    return this.open.at(keyOf(record), () => ({
      packageId: undefined,
      version: undefined,
      thread: record.thread,
      began: undefined,
      ended: undefined,
      messageId: undefined,
      culprits: [],
      lines: [],
    }));
  }
}

/** The report of a result is of type error where the result is bad: it is no cause. */
const reported = 'Report state message';

const keyOf = ({ thread }: AnalysedRecord): string => String(thread);
