import type { Breath } from '../breath';
import type { LogDocument } from '../documents/logDocument';
import { PackageRuns } from './packageRuns';
import { Stretches } from './stretches';
import { SurveyedRecord } from './surveyedRecord';
import { Tallies } from './tally';

/** What a whole log is about: what occurs in it, what was done about packages, and what stands together. */
export class Survey {
  readonly tallies = new Tallies();
  readonly runs = new PackageRuns();
  readonly stretches = new Stretches();

  constructor(
    readonly version: number,
    readonly siteCodes: ReadonlySet<string>,
  ) {}

  add(record: SurveyedRecord): void {
    this.tallies.add(record);
    this.runs.add(record);
    this.stretches.add(record);
  }
}

/** Makes surveys when they are asked for, and keeps the last one of each log until it changes. */
export class Surveys {
  private readonly known = new WeakMap<LogDocument, Survey>();

  async of(document: LogDocument, siteCodes: ReadonlySet<string>, breath: Breath): Promise<Survey> {
    await document.read();
    const known = this.known.get(document);
    if (known?.version === document.version && known.siteCodes === siteCodes) return known;
    const survey = new Survey(document.version, siteCodes);
    const record = new SurveyedRecord();
    for (const block of document.records.blocks) {
      const mentions = document.mentionsOf(block, siteCodes);
      for (let row = 0, at = 0; row < block.count; row++) {
        at = record.read(block, row, mentions, at);
        survey.add(record);
      }
      await breath.take(document);
    }
    survey.tallies.finish();
    this.known.set(document, survey);
    return survey;
  }
}
