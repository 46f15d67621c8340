import type { AnalysedRecord } from '../analysedRecord';
import type { Analysis } from '../analyser';
import { Bounded } from '../bounded';
import { Latest } from '../latest';
import { LineRules } from '../lineRules';
import type { LogLine } from '../logLine';
import { Evaluations } from './evaluations';
import { stateMessageOf } from './stateMessage';
import {
  resultIds,
  type ReportedMessage,
  type ValidationCycle,
  type ValidationFacts,
} from './validationFacts';

const cycleEnds = 2386;
const listDiffers = 2388;
const mostMismatches = 100;

/**
 * Reads smsdpmon.log. Only `Report state message` is certain; the lines around it name package and cause, and their
 * wording is not: what they add is never the conclusion itself.
 */
export class ValidationAnalysis implements Analysis<ValidationFacts> {
  private readonly evaluations = new Evaluations();
  private readonly messages = new Bounded<number, ReportedMessage>();
  private readonly cycles = new Latest<ValidationCycle>();
  private readonly mismatches = new Latest<LogLine>(mostMismatches);
  private cycle: { began: LogLine | undefined; verified: number; bad: number } | undefined;
  private last: LogLine | undefined;
  private readonly rules: LineRules;

  constructor() {
    this.rules = new LineRules()
      .on('Report state message {code:hex} to MP', ({ code }, record) => this.report(code, record))
      .on("Start to evaluate package '{packageId:packageId}' version {version}", (found, record) =>
        this.evaluations.begin(found.packageId, Number.parseInt(found.version, 10), record),
      )
      .on('Start to evaluate package {packageId:packageId} version {version}', (found, record) =>
        this.evaluations.begin(found.packageId, Number.parseInt(found.version, 10), record),
      )
      .on('Failed to evaluate package {packageId:packageId}, Error code {:code}', ({ packageId }, record) =>
        this.evaluations.name(packageId, record),
      )
      .on('Start to evaluate all packages', (_, { at }) => this.beginCycle(at))
      .on('Content monitoring task has been initiated', (_, { at }) => this.beginCycle(at))
      .on('{}package data in WMI is not consistent to PkgLib', (_, { at }) => this.mismatches.push(at));
  }

  step(record: AnalysedRecord): boolean {
    this.last = record.at;
    const isTrouble = this.evaluations.noteTrouble(record);
    return this.rules.step(record) || isTrouble;
  }

  end(): ValidationFacts {
    const { evaluations, cycles, cycle } = this;
    return {
      validations: evaluations.all,
      earlier: evaluations.earlier,
      cycles: cycle === undefined ? cycles.all : [...cycles.all, { ...cycle, ended: undefined }],
      messages: this.messages.all,
      mismatches: this.mismatches.all,
      last: this.last,
    };
  }

  private report(code: number, record: AnalysedRecord): void {
    const { messageId, severity } = stateMessageOf(code);
    const { at } = record;
    const known = this.messages.get(code);
    const first = known?.first ?? at;
    this.messages.set(code, { messageId, severity, times: (known?.times ?? 0) + 1, first, last: at });
    if (messageId === cycleEnds) this.endCycle(at);
    else if (messageId === listDiffers) this.mismatches.push(at);
    else if (isResult(messageId)) {
      this.evaluations.end(messageId, record);
      this.cycle ??= { began: undefined, verified: 0, bad: 0 };
      if (messageId === resultIds.verified) this.cycle.verified++;
      else this.cycle.bad++;
    } else this.evaluations.mention(record);
  }

  private beginCycle(at: LogLine): void {
    if (this.cycle?.began !== undefined) this.cycles.push({ ...this.cycle, ended: undefined });
    this.cycle = { began: at, verified: 0, bad: 0 };
  }

  private endCycle(at: LogLine): void {
    this.cycles.push({ ...(this.cycle ?? { began: undefined, verified: 0, bad: 0 }), ended: at });
    this.cycle = undefined;
  }
}

const results: ReadonlySet<number> = new Set(Object.values(resultIds));

const isResult = (messageId: number): boolean => results.has(messageId);
