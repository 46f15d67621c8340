// Runs one bench file in a process of its own: tsx test/support/bench/run.ts FILE
import path from 'node:path';
import { yardstick } from '../../bench/yardstick';
import { createReport, measure, median, type Report } from './report';

interface Bench {
  readonly name: string;
  run(report: Report): Promise<void>;
}

const main = async (): Promise<void> => {
  const file = process.argv[2] ?? '';
  const bench = (await import(path.resolve(file))) as Bench;
  const failures: string[] = [];
  console.log(`\n${bench.name}`);
  await bench.run(createReport(console.log, median(await measure(yardstick)), failures));
  for (const failure of failures) console.error(`  FAILED ${failure}`);
  process.exit(failures.length > 0 ? 1 : 0);
};

void main();
