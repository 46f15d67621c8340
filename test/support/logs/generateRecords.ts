import { Draw } from './draw';
import {
  download,
  noise,
  noTruth,
  packageRun,
  transferJob,
  validation,
  type Job,
  type LogTruth,
} from './jobs';
import type { WrittenRecord } from './writtenRecord';

export interface GeneratedRecords {
  /** In the order of their times, as a component with several threads writes them. */
  readonly records: readonly WrittenRecord[];
  readonly truth: LogTruth;
}

const jobs: readonly Job[] = [transferJob, transferJob, packageRun, validation, download, noise, noise];

const began = Date.UTC(2023, 4, 9, 6);

/** Records of so many jobs that overlap, with what an analyser has to find in them. */
export const generateRecords = (count: number, seed: number): GeneratedRecords => {
  const draw = new Draw(seed);
  const truth = noTruth();
  const records = Array.from({ length: count }, (_, job) =>
    draw.pick(jobs)(draw, began + job * 700 + draw.int(0, 600), truth),
  ).flat();
  return { records: records.toSorted((a, b) => a.at - b.at), truth };
};
