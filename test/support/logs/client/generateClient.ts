import { Draw } from '../draw';
import { rolledLog, type LogFile } from '../rolledLog';
import type { WrittenRecord } from '../writtenRecord';
import { clientDownload, type ClientDownloadTruth } from './clientDownload';
import { clientLogNames, JobTeller, type ClientComponent } from './clientLogs';
import { pullDownload, type PullRunTruth } from './pullDownload';

export interface ClientLogs {
  readonly files: readonly LogFile[];
  readonly downloads: readonly ClientDownloadTruth[];
  readonly pullRuns: readonly PullRunTruth[];
  /** Lines that no analyser knows. */
  readonly unknown: number;
}

const began = Date.UTC(2023, 4, 9, 6);
const biases = [0, -60, -480, 240] as const;

/** The logs of a machine with jobs that overlap, rolled over and with torn pieces of records between them. */
export const generateClient = (jobs: number, seed: number, torn = 0.1): ClientLogs => {
  const draw = new Draw(seed);
  const records: WrittenRecord[] = [];
  const downloads: ClientDownloadTruth[] = [];
  const pullRuns: PullRunTruth[] = [];
  let unknown = 0;
  for (let job = 0; job < jobs; job++) {
    const at = began + job * 3000;
    const teller = new JobTeller(draw, at);
    teller.say(draw.pick(Object.keys(clientLogNames) as ClientComponent[]), `Some other words ${job}`);
    unknown++;
    records.push(...teller.records);
    if (draw.chance(0.6)) {
      const download = clientDownload(draw, at);
      records.push(...download.records);
      downloads.push(download.truth);
    } else {
      const pull = pullDownload(draw, at);
      records.push(...pull.records);
      pullRuns.push(pull.truth);
    }
  }
  const inOrder = records.toSorted((a, b) => a.at - b.at);
  const bias = draw.pick(biases);
  const files = Object.entries(clientLogNames).flatMap(([component, name]) => {
    const own = inOrder.filter((record) => record.component === component);
    const making = { name: `CCM/Logs/${name}`, form: 'ccm', bias, rolls: draw.int(0, 2), torn } as const;
    return own.length === 0 ? [] : rolledLog(own, making, draw);
  });
  return { files, downloads, pullRuns, unknown };
};
